import type { Owner } from '../../src/outbox/types.ts';
import { errandOf } from '../../src/protocol/recepcao/errand.ts';
import type { Token } from '../../src/protocol/recepcao/token.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import type { Answer, Asked, Court } from './court.ts';
import type { Disk } from './disk.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';
import { type Breach, count, type Tally } from './tally.ts';
import type { Weather } from './weather.ts';

/** A computer with its browser. */
export interface Machine {
  owner: Owner;
  disk: Disk;
  /** How far its clock is ahead of the world's, ms. */
  ahead: number;
  tabs: Tab[];
  /** The tab that holds the sender lock. */
  sender: Tab | undefined;
  /** Wiped, or left behind by a copy that goes on elsewhere. */
  gone: boolean;
}

/** A window of the app: what it holds is forgotten when it ends. */
export interface Tab {
  name: string;
  machine: Machine;
  token: Token | undefined;
  /** Fingerprint of the certificate that is unlocked here. */
  key: string | undefined;
  /** What the court's clock last said, and when that was (ms of the world, which no change of a machine's clock moves). */
  heard: { courtAt: number; at: number } | undefined;
  /** Frozen by the browser until then (ms of the world). */
  frozenUntil: number;
  /** Before this nothing is looked at again, by entry. */
  lookAt: Map<string, number>;
  /** Until when (ms of the world) the court's last answer asked to wait, by entry. */
  askedToWait: Map<string, number>;
}

/** A request that left and has not arrived. */
export interface OnItsWay {
  asked: Asked;
  arrives: number;
  /** Hears what the court says, where somebody still listens. */
  hear?: (answer: Answer) => void;
}

/** What the person put on the queue, and what the checker knows of it. */
export interface Wanted {
  entryId: string;
  serial: string;
  kind: 'deliver' | 'alter' | 'homologate' | 'delete';
  /** What has to be at the court before it. */
  after?: { serial: string; until: 'delivered' | 'homologated' };
  /** As `Court.contentOf` gives it. */
  content: string;
  /** The person stated an absence without looking. */
  misstated: boolean;
  /** An older state of the court took away or undid something of it, or a stranger changed it. */
  meddled: boolean;
  /** The first of these. */
  undone: boolean;
  /** Two copies of it were at work, and at least one was not told in time. */
  split: boolean;
  /** How often the person tried what was refused, or looked; not before `comesBackAt` (ms of the world) again. */
  mendings: number;
  comesBackAt: number;
}

export interface World {
  /** Epoch ms; the court's clock. */
  now: number;
  /** Moves so far. */
  moves: number;
  random: Random;
  weather: Weather;
  court: Court;
  /** Whether the court lists its deliveries. */
  listed: boolean;
  stage: Stage<Tab>;
  machines: Machine[];
  onItsWay: OnItsWay[];
  wanted: Wanted[];
  /** Older states of the court's books. */
  books: { at: number; deeds: number; putBack: () => void }[];
  /** A copy of the first machine. */
  backup: Disk | undefined;
  /** Failures in a row, by machine and entry. */
  failures: Record<string, number>;
  /** Requests that must not happen twice, by machine, entry and method. */
  departures: Record<string, number>;
  breaches: Breach[];
  tally: Tally;
  /** Told only where a history is to be read. */
  tell: ((line: string) => void) | undefined;
}

export const met = (world: World, name: string, detail = ''): void => {
  count(world.tally, name);
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
  if (due.length > 0) {
    world.onItsWay = world.onItsWay.filter(({ arrives }) => arrives > at);
    for (const { asked, arrives, hear } of due.sort((a, b) => a.arrives - b.arrives)) {
      world.now = Math.max(world.now, arrives);
      const answer = world.court.answer(asked);
      hear?.(answer);
      met(world, hear ? 'arrived slowly' : 'arrived late', `${asked.method} ${asked.path}`);
    }
  }
  world.now = Math.max(world.now, at);
};

export const wantedOf = (world: World, entryId: string): Wanted | undefined =>
  world.wanted.find((one) => one.entryId === entryId);

export const wallClock = (world: World, { ahead }: Machine) => ({ now: () => world.now + ahead });

/** The key that the person last agreed to: the checker's own reading, not the protocol's. */
export const agreedKey = ({ consents }: RecepcaoEntry): string | undefined =>
  consents.findLast(({ step }) => step === 'consent')?.means;

const FINAL = ['done', 'rejected', 'cancelled'];
export const isFinal = ({ state }: RecepcaoEntry): boolean => FINAL.includes(state.kind);

/** The court's id of the delivery that an entry made or is about. */
export const courtIdOf = ({ progress, frozen }: RecepcaoEntry): number | undefined => {
  const errand = errandOf(frozen);
  return progress.delivery?.id ?? (errand.kind === 'deliver' ? undefined : errand.courtId);
};
