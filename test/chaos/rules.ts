import type { LogRow } from '../../src/outbox/types.ts';
import { agreedMeans } from '../../src/protocol/recepcao/agreement.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import { breach, type Machine, type World } from './world.ts';

/** The most attempts in a row that may fail before the person is asked whether to go on. */
const BUDGET = 31;
/** Half of the first wait: no failure is followed by another try before that. */
const SHORTEST_WAIT_MS = 1_000;

/** Holds the promises about waiting (docs/outbox.md) against each row, at the time at which it was decided on. */
export const checkWrite = (
  world: World,
  { ahead }: Machine,
  before: RecepcaoEntry,
  after: RecepcaoEntry,
  { event }: LogRow,
): void => {
  const now = after.changedAt;
  const tell = (says: string) => breach(world, 'rule', `${after.frozen.draftId}: ${says}`);
  const until = 'until' in before.state ? (before.state.until ?? Number.POSITIVE_INFINITY) : 0;
  if (ahead === 0 && ASKS.includes(event) && until > now) tell(`${event} before its time`);
  const waits = 'until' in after.state ? after.state.until : undefined;
  const retried = event === 'postponed' || event === 'absent';
  // The last row is older than what this one is about, whenever there was room for it.
  const decided = before.changedAt;
  const isTimed = retried && ahead === 0 && !isSettling(after);
  if (isTimed && waits !== undefined && waits < decided + SHORTEST_WAIT_MS) {
    tell(`${event} without a wait`);
  }
  if (countFailures(world, before, after, event) > BUDGET) tell('tried without end');
};

// What left the wait by itself; `happened` may come from a program that was taken for dead.
const ASKS = ['due', 'absent', 'still-unknown', 'postponed'];

// It waits for the rest of the eight minutes, however short.
const isSettling = ({ state }: RecepcaoEntry): boolean => state.kind === 'uncertain';

const SETTLES = ['try-now', 'applied', 'happened', 'absence-stated', 'refused'];

const countFailures = (
  { failures }: World,
  { id, failures: before }: RecepcaoEntry,
  after: RecepcaoEntry,
  event: string,
): number => {
  const reason = after.state.kind === 'paused' ? after.state.reason : undefined;
  const failed =
    event === 'unknown' ||
    (event === 'postponed' && (reason === 'server-unavailable' || reason === 'fault')) ||
    (event === 'postponed' && after.failures > before);
  failures[id] = SETTLES.includes(event) ? 0 : (failures[id] ?? 0) + (failed ? 1 : 0);
  return failures[id] ?? 0;
};

/** No key signs but the one that the person agreed to. */
export const checkKey = (
  world: World,
  { disk }: Machine,
  entryId: string,
  key: string | undefined,
): void => {
  const entry = disk.entries.get(entryId);
  if (entry && agreedMeans(entry) !== key) {
    breach(world, 'rule', `${entry.frozen.draftId} signed with ${key}, which nobody agreed to`);
  }
};
