import { err, ok, type Result } from '../../base/result.ts';
import type { CommitFault } from '../../outbox/commit.ts';
import type { PersonEvent } from '../../outbox/events.ts';
import { command } from '../../outbox/runner.ts';
import { tramiteId } from '../../receipt/pen/tramite.ts';
import { thisBrowser } from '../owner.ts';
import { clock } from '../stores.ts';
import { type CancelFault, cancelTramite } from './follow.ts';
import { penQueueStore } from './queue-records.ts';
import { betweenPenSteps, runPenQueue } from './sender.ts';

export type SendingFault = CommitFault | 'no-such-entry';

/** Does what the person asks of a sending, then lets the queue go on. */
export const tellSending = async (
  id: string,
  event: Extract<PersonEvent, { kind: 'try-now' | 'pause' }>,
): Promise<Result<void, SendingFault>> => {
  const doIt = () => command(id, event, { store: penQueueStore, clock });
  // What runs is not cut off; it is paused before its next step.
  const told = await (event.kind === 'pause' ? betweenPenSteps(id, doIt) : doIt());
  runPenQueue();
  return told.ok ? ok(undefined) : told;
};

/** What came out of a copy, or what another browser had taken on, goes on here: a sending, or what is being received. */
export const takeOver = async (id: string): Promise<Result<void, SendingFault>> => {
  const event = { kind: 'taken-over', owner: await thisBrowser() } as const;
  const told = await command(id, event, { store: penQueueStore, clock });
  runPenQueue();
  return told.ok ? ok(undefined) : told;
};

export type CancelSendingFault =
  | SendingFault
  /** Nobody knows yet whether the platform has registered it: that is asked first. */
  | 'in-doubt'
  /** Given up here; the platform still has the trâmite (`why`), which is cancelled from its own line. */
  | { stillThere: CancelFault };

/** Gives a sending up between two of its steps, and cancels its trâmite at the platform where there is one. */
export const cancelSending = (id: string): Promise<Result<void, CancelSendingFault>> =>
  betweenPenSteps(id, async () => {
    const entry = await penQueueStore.load(id);
    if (!entry) return err('no-such-entry');
    const { state } = entry;
    const isDoubtful =
      state.kind === 'uncertain' || (state.kind === 'needs-person' && state.what === 'check');
    if (isDoubtful) return err('in-doubt');
    const cancelled = await command(id, { kind: 'cancel' }, { store: penQueueStore, clock });
    if (!cancelled.ok) return cancelled;
    const { ambiente, frozen, progress } = cancelled.value;
    if (progress.idt === undefined) return ok(undefined);
    const ended = await cancelTramite(tramiteId(ambiente, frozen.orgao, progress.idt));
    return ended.ok ? ok(undefined) : err({ stillThere: ended.error });
  });
