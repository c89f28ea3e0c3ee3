import { err, type Result } from '../../base/result.ts';
import type { CommitFault } from '../../outbox/commit.ts';
import type { PersonEvent } from '../../outbox/events.ts';
import { proveByHint } from '../../outbox/resolve.ts';
import { command } from '../../outbox/runner.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { courtClock } from '../connection.ts';
import { askToBeWoken } from '../offline.ts';
import { resetBackoff } from '../session/session.ts';
import { clock, stores } from '../stores.ts';
import { errandOf } from './errand.ts';
import { queueWritten } from './queue-records.ts';
import { runQueue } from './sender.ts';

/** Does what the person asks of an entry, then lets the queue go on. */
export const tell = async (
  id: string,
  event: PersonEvent,
): Promise<Result<RecepcaoEntry, CommitFault | 'no-such-entry'>> => {
  resetBackoff();
  const done = await command(id, event, { store: stores.entries, clock });
  await goOn();
  return done;
};

/** The person looked and found no delivery; `not-allowed` while the request may still be on its way. */
export const stateAbsence = (id: string): ReturnType<typeof tell> =>
  tell(id, { kind: 'absence-stated', at: courtClock.now() });

/** The person found the delivery's id at the court; only a GET that equals what was sent proves it. */
export const proveById = async (
  id: string,
  hint: string,
): Promise<Result<RecepcaoEntry, string>> => {
  const entry = await stores.entries.load(id);
  const errand = entry && errandOf(entry);
  if (!entry || !errand) return err('no-such-entry');
  const proved = await proveByHint(entry, hint, errand);
  await goOn();
  return proved;
};

/** After something was put on the queue. */
export const queueChanged = async (): Promise<void> => {
  await goOn();
  await askToBeWoken();
};

const goOn = async (): Promise<void> => {
  await queueWritten();
  void runQueue();
};
