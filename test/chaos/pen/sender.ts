import { sha256Hex } from '../../../src/base/bytes.ts';
import { err, ok } from '../../../src/base/result.ts';
import { enqueue } from '../../../src/outbox/entry.ts';
import type { Availability, OutboxDeps, OutboxStore } from '../../../src/outbox/ports.ts';
import { drain, recover } from '../../../src/outbox/runner.ts';
import { penClient } from '../../../src/protocol/pen/client.ts';
import { penProtocol } from '../../../src/protocol/pen/protocol.ts';
import {
  PEN,
  type PenEntry,
  type PenFrozen,
  type PenProgress,
  type SendErrand,
} from '../../../src/protocol/pen/types.ts';
import { networkOf, type Pause } from './network.ts';
import {
  entryOf,
  type Machine,
  met,
  passTo,
  type Wanted,
  type Window,
  type World,
} from './world.ts';

export type Deps = OutboxDeps<PenFrozen, PenProgress>;

const LOOK_MS = 2_000;
const NEVER = new AbortController().signal;
let windows = 0;

export const openWindow = (machine: Machine): Window => ({
  ...{ name: `${machine.owner.name}${++windows}`, machine, entered: true },
  ...{ frozenUntil: 0, lookAt: new Map() },
});

/** The transaction of the outbox's store, on the disk of a machine: entry and rows, or none of it. */
export const diskOf = ({ entries, rows }: Machine): OutboxStore<PenFrozen, PenProgress> => ({
  load: async (id) => entries.get(id),
  save: async (entry, added) => {
    if ((entries.get(entry.id)?.rev ?? 0) !== entry.rev - added.length)
      return err('stale-revision');
    entries.set(entry.id, structuredClone(entry));
    rows.set(entry.id, [...(rows.get(entry.id) ?? []), ...added]);
    return ok(undefined);
  },
});

/** The person sends a process from a machine. */
export const putOnQueue = async (
  { now }: World,
  machine: Machine,
  errand: SendErrand,
): Promise<void> => {
  const { owner, ahead } = machine;
  const queued = await enqueue(
    {
      ...{ ambiente: 'simulado', protocol: PEN, owner, mustAsk: errand.fromCopy ?? false },
      ...{ frozen: { orgao: 'prefeitura', errand }, progress: {} },
    },
    { store: diskOf(machine), clock: { now: () => now + ahead } },
  );
  if (!queued.ok) throw new Error(queued.error);
};

/** What the outbox is handed, halted before and after each thing it touches. */
export const depsOf = (world: World, window: Window, wanted: Wanted, pause: Pause): Deps => {
  const { machine } = window;
  const disk = diskOf(machine);
  const touch = async <T>(where: string, act: () => T | Promise<T>): Promise<T> => {
    await pause(`${where}:before`);
    const done = await act();
    await pause(`${where}:after`);
    return done;
  };
  const http = networkOf(world, window, wanted, pause);
  return {
    clock: { now: () => world.now + machine.ahead },
    courtClock: { now: () => world.now },
    random: world.random.next,
    ensure: (need) => touch(`ensure ${need}`, (): Availability => available(world, window, need)),
    mayFollow: (needs) => world.random.chance(0.7) && (window.entered || !needs.includes('token')),
    store: {
      load: (id) => touch('load', () => disk.load(id)),
      save: (entry, rows) =>
        touch('save', async () => {
          if (world.random.chance(world.weather.full)) return err('storage-full');
          const saved = await disk.save(entry, rows);
          for (const row of rows) met(world, saved.ok ? `row: ${row.event}` : saved.error);
          return saved;
        }),
    },
    wait: (ms) => pause('wait', world.now + ms),
    signal: NEVER,
    protocol: penProtocol(
      {
        pen: penClient({ http, base: '/pen', origin: 'http://127.0.0.1' }),
        blobs: { get: (sha256) => touch('blob', () => read(world, sha256)) },
        sha256: sha256Hex,
      },
      () => 'done',
    ),
  };
};

const read = ({ weather, random, contents }: World, sha256: string): Blob | undefined => {
  if (random.chance(weather.unread)) throw new Error('disk read');
  return contents.get(sha256);
};

const available = (world: World, window: Window, need: string): Availability => {
  if (need === 'token') {
    // Somebody comes into the office again, sooner or later.
    window.entered ||= world.random.chance(0.3);
    return { kind: window.entered ? 'at-hand' : 'absent' };
  }
  passTo(world, world.now + 40);
  return world.random.chance(world.weather.fault / 2)
    ? { kind: 'pause', reason: 'no-network' }
    : { kind: 'at-hand' };
};

/** On each machine the window that holds the lock moves whatever is due. */
export const sendWhatIsDue = (world: World): void => {
  for (const machine of world.machines) {
    if (machine.gone) continue;
    machine.sender ??= openWindow(machine);
    const window = machine.sender;
    if (window.frozenUntil > world.now) continue;
    for (const wanted of world.wanted) {
      const entry = entryOf(machine, wanted);
      const at = entry && dueAt(machine, entry);
      if (!entry || at === undefined) continue;
      const isDue = Math.max(at, window.lookAt.get(entry.id) ?? 0) <= world.now;
      if (isDue && !isBusy(world, window, entry.id)) drainOne(world, window, wanted, entry.id);
    }
  }
};

const isBusy = ({ stage }: World, window: Window, entryId: string): boolean =>
  stage.halted().some((one) => one.program === window && one.entryId === entryId);

const drainOne = (world: World, window: Window, wanted: Wanted, entryId: string): void =>
  world.stage.begin(window, entryId, async (pause) => {
    const deps = depsOf(world, window, wanted, pause);
    const entry = await deps.store.load(entryId);
    if (entry) await recover(entry, deps);
    await drain(entryId, deps);
    window.lookAt.set(entryId, world.now + LOOK_MS);
  });

/** When the sender may do something with an entry (ms of the world); `undefined` where only the person can. */
export const dueAt = ({ ahead }: Machine, { state }: PenEntry): number | undefined => {
  if (state.kind === 'ready' || state.kind === 'running' || state.kind === 'waiting') return 0;
  if (state.kind !== 'uncertain' && state.kind !== 'paused') return undefined;
  return state.until === undefined ? undefined : state.until - ahead;
};
