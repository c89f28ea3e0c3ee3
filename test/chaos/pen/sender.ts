import { sha256Hex } from '../../../src/base/bytes.ts';
import { err, ok } from '../../../src/base/result.ts';
import type { Availability, OutboxDeps, OutboxStore } from '../../../src/outbox/ports.ts';
import { drain, recover } from '../../../src/outbox/runner.ts';
import { penClient } from '../../../src/protocol/pen/client.ts';
import { penProtocol } from '../../../src/protocol/pen/protocol.ts';
import type { PenEntry, PenFrozen, PenProgress } from '../../../src/protocol/pen/types.ts';
import { networkOf, type Pause } from './network.ts';
import { type Machine, met, passTo, type Wanted, type Window, type World } from './world.ts';

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
      const { entryId } = wanted;
      const entry = machine.entries.get(entryId);
      const at = entry && dueAt(machine, entry);
      const isDue = at !== undefined && Math.max(at, window.lookAt.get(entryId) ?? 0) <= world.now;
      if (isDue && !isBusy(world, window, entryId)) drainOne(world, window, wanted);
    }
  }
};

const isBusy = ({ stage }: World, window: Window, entryId: string): boolean =>
  stage.halted().some((one) => one.program === window && one.entryId === entryId);

const drainOne = (world: World, window: Window, wanted: Wanted): void =>
  world.stage.begin(window, wanted.entryId, async (pause) => {
    const deps = depsOf(world, window, wanted, pause);
    const entry = await deps.store.load(wanted.entryId);
    if (entry) await recover(entry, deps);
    await drain(wanted.entryId, deps);
    window.lookAt.set(wanted.entryId, world.now + LOOK_MS);
  });

/** When the sender may do something with an entry (ms of the world); `undefined` where only the person can. */
export const dueAt = ({ ahead }: Machine, { state }: PenEntry): number | undefined => {
  if (state.kind === 'ready' || state.kind === 'running' || state.kind === 'waiting') return 0;
  if (state.kind !== 'uncertain' && state.kind !== 'paused') return undefined;
  return state.until === undefined ? undefined : state.until - ahead;
};
