import { effect, signal, untracked } from '@preact/signals';
import { err, ok, type Result } from '../../base/result.ts';
import { command } from '../../outbox/runner.ts';
import type { Pendencia } from '../../protocol/pen/messages.ts';
import { clock } from '../stores.ts';
import { mayRead } from './enter-office.ts';
import { followGoing } from './follow.ts';
import { hasRole, office } from './office.ts';
import {
  faultOf,
  inTime,
  isOutOfReach,
  officeHere,
  type PlatformFault,
  platform,
} from './platform.ts';
import { queueReceiving } from './queue-receiving.ts';
import { penQueueStore } from './queue-records.ts';
import { receivingEntries } from './tramite-lists.ts';

/** How the last look at the platform went; `at`: epoch ms UTC. */
export type LastLook =
  | { kind: 'none' }
  | { kind: 'looked'; at: number; waiting: number }
  | { kind: 'failed'; at: number; fault: PlatformFault };
export const lastLook = signal<LastLook>({ kind: 'none' });

/** How often the platform is asked while the page is open (ms). */
const EVERY_MS = 60_000;

let looking: Promise<Result<number, PlatformFault>> | undefined;

/**
 * Asks what waits for the body, which is put on the queue to be received, and where what it sent stands. Gives how many
 * wait to be received.
 */
export const lookForPending = (): Promise<Result<number, PlatformFault>> => {
  looking ??= look().finally(() => {
    looking = undefined;
  });
  return looking;
};

const look = async (): Promise<Result<number, PlatformFault>> => {
  const looked = await askPending();
  // Also while another browser reads, and for who only sends.
  if (looked.ok || !isOutOfReach(looked.error)) {
    await followGoing();
    await endUnanswerable();
  }
  const at = clock.now();
  lastLook.value = looked.ok
    ? { kind: 'looked', at, waiting: looked.value }
    : { kind: 'failed', at, fault: looked.error };
  return looked;
};

const askPending = async (): Promise<Result<number, PlatformFault>> => {
  const here = officeHere();
  const pen = platform(here);
  if (!here || !pen) return err('not-entered');
  const reading = await mayRead();
  if (!reading.ok) return reading;
  const answer = await pen.pendentes(inTime());
  if (!answer.ok) return err(faultOf(answer.error));
  const waiting = answer.value.value.filter(isToBeReceived);
  if (hasRole('receber')) for (const { IDT } of waiting) await queueReceiving(here, IDT);
  return ok(waiting.length);
};

/** The platform repeats what nothing became of (pen.md A.3), and tells a sender of what was answered. */
const isToBeReceived = ({ status }: Pendencia): boolean => status >= 2 && status <= 4;

/** What waits for an answer ends where none can be given any more: it was cancelled, or another browser answered. */
const endUnanswerable = async (): Promise<void> => {
  for (const { entry, tramite } of await receivingEntries()) {
    const waits = entry.state.kind === 'needs-person' && entry.state.what === 'consent';
    if (waits && tramite && tramite.situacao > ALL_HERE) {
      await command(entry.id, { kind: 'cancel' }, { store: penQueueStore, clock });
    }
  }
};

/** The last situação in which it is the receiver's to answer. */
const ALL_HERE = 4;

/** Looks now and then: when somebody comes into the office, when the page wakes or the network comes back. */
export const startInbox = (): void => {
  const lookAgain = () => {
    if (office.value && !document.hidden) void lookForPending();
  };
  effect(() => {
    if (office.value) untracked(lookAgain);
    else lastLook.value = { kind: 'none' };
  });
  setInterval(lookAgain, EVERY_MS);
  addEventListener('online', lookAgain);
  document.addEventListener('visibilitychange', lookAgain);
};
