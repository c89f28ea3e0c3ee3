import type { LogRow } from '../../src/outbox/types.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import { agreedKey, breach, type Machine, type Tab, type World } from './world.ts';

/** The most attempts in a row that may fail before the person is asked whether to go on. */
const BUDGET = 31;
/** Half of the first wait: no failure is followed by another try before that. */
const SHORTEST_WAIT_MS = 1_000;

/** Holds the promises about waiting (docs/outbox.md) against each row, at the time at which it was decided on. */
export const checkWrite = (
  world: World,
  { machine, askedToWait }: Tab,
  before: RecepcaoEntry,
  after: RecepcaoEntry,
  { event }: LogRow,
): void => {
  const { ahead } = machine;
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
  const asked = askedToWait.get(after.id) ?? 0;
  if (isTimed && waits !== undefined && waits < asked) tell('waits for less than the court asked');
  askedToWait.delete(after.id);
  if (asksUnseen(after)) tell('asked to agree to what she cannot see');
  if (countFailures(world, machine, before, after, event) > BUDGET) tell('tried without end');
};

/** Whether the word is asked for without the court's PDF at hand. */
const asksUnseen = ({ state, progress }: RecepcaoEntry): boolean =>
  state.kind === 'needs-person' &&
  state.what === 'consent' &&
  state.step === 'consent' &&
  progress.homologation === undefined;

// What left the wait by itself; `happened` may come from a program that was taken for dead.
const ASKS = ['due', 'absent', 'still-unknown', 'postponed'];

// It waits for the rest of the eight minutes, however short.
const isSettling = ({ state }: RecepcaoEntry): boolean => state.kind === 'uncertain';

const SETTLES = ['try-now', 'applied', 'happened', 'absence-stated', 'refused'];

const countFailures = (
  { failures }: World,
  { owner }: Machine,
  { id, failures: before }: RecepcaoEntry,
  after: RecepcaoEntry,
  event: string,
): number => {
  const reason = after.state.kind === 'paused' ? after.state.reason : undefined;
  const failed =
    event === 'unknown' ||
    (event === 'postponed' && (reason === 'server-unavailable' || reason === 'fault')) ||
    (event === 'postponed' && after.failures > before);
  const counter = `${owner.id} ${id}`;
  const count = SETTLES.includes(event) ? 0 : (failures[counter] ?? 0) + (failed ? 1 : 0);
  failures[counter] = count;
  return count;
};

/**
 * No key signs but the one that the person agreed to. A window that was taken for dead knows only what was agreed to by
 * then, and nobody takes what it signs.
 */
export const checkKey = (
  world: World,
  tab: Tab,
  entryId: string,
  key: string | undefined,
): void => {
  const { disk, sender } = tab.machine;
  const entry = disk.entries.get(entryId);
  if (entry && sender === tab && agreedKey(entry) !== key) {
    breach(world, 'rule', `${entry.frozen.draftId} signed with ${key}, which nobody agreed to`);
  }
};
