import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newId } from '../../base/ids.ts';
import { commit } from '../../outbox/commit.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { Owner } from '../../outbox/types.ts';
import type { WholeEntry } from '../../store/whole.ts';
import { thisBrowser } from '../owner.ts';
import { loadQueue, queueStore } from '../queue/queue-records.ts';
import { startSender } from '../queue/sender.ts';
import { takeOver } from '../queue/verbs.ts';
import { clock, database, stores } from '../stores.ts';
import { lookBeforeSending } from './automatic.ts';
import { folder } from './folder.ts';
import { heedMarks, writeClaim, writeMarks } from './owner-marks.ts';

const HERE: Owner = { id: 'aqui-aqui', name: 'aqui' };
const THERE: Owner = { id: 'outro-outro', name: 'outro' };
const HOUR = 3_600_000;

let root: FileSystemDirectoryHandle;
let shared: FileSystemDirectoryHandle;
afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

beforeEach(async () => {
  root = await navigator.storage.getDirectory();
  shared = await root.getDirectoryHandle(newId(), { create: true });
});
afterEach(async () => {
  vi.useRealTimers();
  folder.value = undefined;
  await root.removeEntry(shared.name, { recursive: true });
});

const queue = async (owner: Owner): Promise<string> => {
  const of = { spc: 'LIC', slp: 'X', mes: 1, ano: 2019 };
  const queued = await enqueue(
    {
      ...{ ambiente: 'a', protocol: 'recepcao', owner },
      frozen: { draftId: newId(), ...of, layoutSha256: '', payload: {}, files: [] },
      progress: { uploads: {} },
    },
    { store: queueStore, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  return queued.value.id;
};
const whole = async (id: string): Promise<WholeEntry> => {
  const entry = await stores.entries.load(id);
  if (!entry) throw new Error('no entry');
  return { entry, log: await stores.entries.log(id) };
};
const eventsOf = async (id: string) => (await stores.entries.log(id)).map(({ event }) => event);
const stateOf = async (id: string) => (await whole(id)).entry.state;

it('gives up what another browser took on, though the clock of that one is hours behind', async () => {
  const id = await queue(HERE);
  await writeMarks(shared, HERE, [await whole(id)]);
  const other = await whole(id);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5 * HOUR });
  await writeClaim(shared, THERE, other);
  vi.useRealTimers();
  expect(await heedMarks(shared, HERE)).toBe(true);
  expect(await stateOf(id)).toMatchObject({ what: 'takeover', other: THERE });
});

it('keeps what it took back, and a copy begun before does not undo its mark', async () => {
  const id = await queue(HERE);
  const before = await whole(id);
  await writeClaim(shared, THERE, before);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5 * HOUR });
  await writeClaim(shared, HERE, before);
  vi.useRealTimers();
  await writeMarks(shared, HERE, [before]);
  await heedMarks(shared, HERE);
  expect(await stateOf(id)).toEqual({ kind: 'ready' });
});

it('does not give up what it took on later from the same copy, or what nobody else has', async () => {
  const id = await queue(HERE);
  await writeMarks(shared, THERE, [await whole(id)]);
  await heedMarks(shared, HERE);
  expect(await stateOf(id)).toEqual({ kind: 'ready' });
});

it('passes over an entry whose step is running, and says that it has to look again', async () => {
  const id = await queue(HERE);
  await writeClaim(shared, THERE, await whole(id));
  const { entry } = await whole(id);
  const begun = { step: 'send', attempt: 1, effect: 'once', settledAt: 0 } as const;
  const running = { ...entry, rev: 2, state: { kind: 'running', ...begun } } as const;
  const row = (await stores.entries.log(id))[0];
  if (!row) throw new Error('no row');
  await queueStore.save(running, [{ ...row, seq: 2 }]);
  expect(await heedMarks(shared, HERE)).toBe(false);
  expect(await stateOf(id)).toMatchObject({ kind: 'running' });
});

it('says in the folder that it goes on with an entry when the person says so', async () => {
  const me = await thisBrowser();
  const id = await queue(me);
  const { entry } = await whole(id);
  await commit(entry, { kind: 'disowned', other: THERE }, {}, { store: queueStore, clock });
  await writeClaim(shared, THERE, await whole(id));
  await writeClaim(shared, THERE, await whole(id));
  folder.value = { handle: shared, open: true };
  expect((await takeOver(id)).ok).toBe(true);
  // The other one learns of it at once, without any copy.
  await heedMarks(shared, me);
  expect(await stateOf(id)).toEqual({ kind: 'ready' });
});

it('looks into the folder before it sends, where it has not looked for long', async () => {
  const me = await thisBrowser();
  folder.value = { handle: shared, open: true };
  await lookBeforeSending();
  const id = await queue(me);
  await writeClaim(shared, THERE, await whole(id));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR });
  await loadQueue();
  startSender(lookBeforeSending);
  await vi.waitFor(async () => expect(await eventsOf(id)).toEqual(['queued', 'disowned']));
});
