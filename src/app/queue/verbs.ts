import { err, ok, type Result } from '../../base/result.ts';
import { type CommitFault, commit } from '../../outbox/commit.ts';
import type { PersonEvent } from '../../outbox/events.ts';
import { proveByHint } from '../../outbox/resolve.ts';
import { command } from '../../outbox/runner.ts';
import { standingOf } from '../../protocol/recepcao/standing.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { claim } from '../backup/automatic.ts';
import { askToBeWoken } from '../offline.ts';
import { thisBrowser } from '../owner.ts';
import { clock, stores } from '../stores.ts';
import { entriesInUse } from './entries-in-use.ts';
import { errandOf, forgetFailures } from './errand.ts';
import { orderTogether } from './order-together.ts';
import { queueStore, tellNow } from './queue-records.ts';
import { betweenSteps, runQueue } from './sender.ts';
import type { QueueEntry } from './types.ts';

export type VerbFault = CommitFault | 'no-such-entry';

type Told = Promise<Result<RecepcaoEntry, VerbFault>>;

const order = (id: string, event: PersonEvent): Told => {
  const doIt = () => command(id, event, { store: queueStore, clock });
  // What runs is not cut off; it is paused before its next step.
  return event.kind === 'pause' ? betweenSteps(id, doIt) : doIt();
};

/** Does what the person asks of an entry, then lets the queue go on. */
export const tell = async (id: string, event: PersonEvent): Told => {
  forgetFailures();
  const done = await order(id, event);
  goOn();
  return done;
};

/** The person found the delivery's id at the court; only a GET that equals what was sent proves it. */
export const proveById = async (
  id: string,
  hint: string,
): Promise<Result<RecepcaoEntry, string>> => {
  forgetFailures();
  const entry = await stores.entries.load(id);
  const errand = entry && errandOf(entry, () => false);
  if (!entry || !errand) return err('no-such-entry');
  const proved = await proveByHint(entry, hint, errand);
  goOn();
  return proved;
};

/** An entry that came out of a copy, or that another browser had taken on, goes on here. */
export const takeOver = async (id: string): Told => {
  await claim(id);
  return tell(id, { kind: 'taken-over', owner: await thisBrowser() });
};

/** What to do with a second delivery that equals the entry's own. */
export const deleteExtra = (id: string, means: 'delete' | 'keep'): Told =>
  tell(id, { kind: 'consented', step: 'extra', means });

export type BackToDraftFault = VerbFault | 'court-may-hold-it' | 'draft-gone';

/** Gives the entry up so that its draft may be changed again; only while the court surely holds nothing of it. */
export const backToDraft = async (id: string): Promise<Result<string, BackToDraftFault>> => {
  const entry = await stores.entries.load(id);
  if (!entry) return err('no-such-entry');
  if (standingOf(entry) !== 'nothing-there') return err('court-may-hold-it');
  const { draftId } = entry.frozen;
  if (!(await stores.drafts.load(draftId))) return err('draft-gone');
  // Against the very revision that was judged: a step begun meanwhile makes it fail.
  const event = { kind: 'cancel' } as const;
  const note = { meaning: 'by-person back-to-draft' };
  const cancelled = await commit(entry, event, note, { store: queueStore, clock });
  goOn();
  return cancelled.ok ? ok(draftId) : cancelled;
};

/** Pauses all that would go on by itself; gives the ids of what could not be paused now. */
export const pauseAll = (): Promise<string[]> =>
  tellEach(thoseWho('ready', 'running', 'waiting', 'paused'), { kind: 'pause' });

/** Lets all go on at once that waits for a time, for a need or for the person's word; gives the ids of what could not. */
export const tryAllNow = (): Promise<string[]> =>
  tellEach(thoseWho('paused', 'waiting', 'uncertain'), { kind: 'try-now' });

/** Gives entries up; gives the ids of those that could not be, such as one whose step is running. */
export const cancelAll = (ids: readonly string[]): Promise<string[]> =>
  tellEach(ids, { kind: 'cancel' });

const thoseWho = (...are: QueueEntry['state']['kind'][]): string[] =>
  entriesInUse.value.filter(({ state }) => are.includes(state.kind)).map(({ id }) => id);

/** Does the same of many; gives the ids of those that it could not be done of. */
export const tellEach = async (ids: readonly string[], event: PersonEvent): Promise<string[]> => {
  forgetFailures();
  const failed = event.kind === 'pause' ? await pauseEach(ids) : await orderTogether(ids, event);
  goOn();
  return failed;
};

/** One whose step runs holds up none of the others. */
const pauseEach = async (ids: readonly string[]): Promise<string[]> => {
  const done = await Promise.all(ids.map((id) => order(id, { kind: 'pause' })));
  return ids.filter((_, at) => !done[at]?.ok);
};

/** After something was put on the queue. */
export const queueChanged = async (): Promise<void> => {
  goOn();
  await askToBeWoken();
};

const goOn = (): void => {
  tellNow();
  runQueue();
};
