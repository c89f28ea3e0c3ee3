import type { LogRow, Owner } from '../../../src/outbox/types.ts';
import type { PenEntry, SendErrand } from '../../../src/protocol/pen/types.ts';
import type { AskedPen, Barramento, ToldPen } from '../../support/barramento.ts';
import type { Random } from '../random.ts';
import type { Stage } from '../stage.ts';
import { type Breach, count, type Tally } from '../tally.ts';
import type { Weather } from '../weather.ts';

/** What a browser holds, and a copy of it. */
export interface Disk {
  entries: Map<string, PenEntry>;
  rows: Map<string, LogRow[]>;
}

/** A computer with its browser. */
export interface Machine extends Disk {
  owner: Owner;
  /** How far its clock is ahead of the world's, ms. */
  ahead: number;
  /** The window that holds the sender lock. */
  sender: Window | undefined;
  /** Wiped, or left behind by a copy that goes on elsewhere. */
  gone: boolean;
}

export interface Window {
  name: string;
  machine: Machine;
  /** Whether somebody is in the office here. */
  entered: boolean;
  /** Frozen by the browser until then (ms of the world). */
  frozenUntil: number;
  /** Before this nothing is looked at again, by entry. */
  lookAt: Map<string, number>;
}

/** What the person put on the queue, and what the checker knows of it. */
export interface Wanted {
  protocolo: string;
  errand: SendErrand;
  /** Somebody else cancelled a trâmite of it. */
  meddled: boolean;
  /** Two copies of it were at work, and the first was not told. */
  split: boolean;
  /** POSTs that left, by machine. */
  departures: Record<string, number>;
  mendings: number;
  comesBackAt: number;
}

export interface World {
  /** Epoch ms; the platform's clock. */
  now: number;
  moves: number;
  random: Random;
  weather: Weather;
  barramento: Barramento;
  stage: Stage<Window>;
  machines: Machine[];
  contents: Map<string, Blob>;
  onItsWay: { asked: AskedPen; arrives: number; hear?: (told: ToldPen) => void }[];
  wanted: Wanted[];
  backup: Disk | undefined;
  breaches: Breach[];
  tally: Tally;
  tell: ((line: string) => void) | undefined;
}

/** `id`: of its browser. */
export const newMachine = (
  id: string,
  disk: Disk = { entries: new Map(), rows: new Map() },
  ahead = 0,
): Machine => ({
  ...{ ...disk, owner: { id, name: id }, ahead, sender: undefined, gone: false },
});

/** Its entry on a machine: another one where a copy was older than the sending. */
export const entryOf = ({ entries }: Machine, { protocolo }: Wanted): PenEntry | undefined =>
  [...entries.values()].find(
    ({ frozen: { errand } }) => errand.kind === 'send' && errand.protocolo === protocolo,
  );

export const met = (world: World, name: string, detail = ''): void => {
  count(world.tally, `pen ${name}`);
  world.tell?.(`${clockText(world.now)}  ${name} ${detail}`);
};

export const breach = (world: World, kind: Breach['kind'], says: string): void => {
  world.breaches.push({ kind, says });
  world.tell?.(`${clockText(world.now)}  *** ${kind}: ${says}`);
};

const clockText = (at: number) => new Date(at).toISOString().slice(8, 23);

/** Time goes on; what was on its way arrives. */
export const passTo = (world: World, at: number): void => {
  const due = world.onItsWay.filter(({ arrives }) => arrives <= at);
  world.onItsWay = world.onItsWay.filter(({ arrives }) => arrives > at);
  for (const { asked, arrives, hear } of due.sort((a, b) => a.arrives - b.arrives)) {
    world.now = Math.max(world.now, arrives);
    const told = world.barramento.answer(asked);
    hear?.(told);
    met(world, hear ? 'arrived slowly' : 'arrived late', `${asked.method} ${asked.path}`);
  }
  world.now = Math.max(world.now, at);
};

const FINAL = ['done', 'rejected', 'cancelled'];
export const isFinal = ({ state }: PenEntry): boolean => FINAL.includes(state.kind);
