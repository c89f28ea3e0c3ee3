import { effect, signal, untracked } from '@preact/signals';
import { err, ok, type Result } from '../../base/result.ts';
import type { Pendencia } from '../../protocol/pen/messages.ts';
import { tramiteId } from '../../receipt/pen/tramite.ts';
import { clock } from '../stores.ts';
import { mayRead } from './enter-office.ts';
import { followGoing, followTramite } from './follow.ts';
import { hasRole, office } from './office.ts';
import { faultOf, inTime, officeHere, type PlatformFault, platform } from './platform.ts';
import { queueReceiving } from './queue-receiving.ts';
import { penStores } from './stores.ts';

/** How the last look at the platform went; `at`: epoch ms UTC. */
export type LastLook =
  | { kind: 'none' }
  | { kind: 'looked'; at: number; waiting: number }
  | { kind: 'failed'; at: number; fault: PlatformFault };
export const lastLook = signal<LastLook>({ kind: 'none' });

/** How often the platform is asked while the page is open (ms). */
const EVERY_MS = 60_000;

/** IDT and status that were dealt with: the platform repeats what nothing became of (pen.md A.3). */
const dealtWith = new Set<string>();
let looking: Promise<Result<number, PlatformFault>> | undefined;

/**
 * Asks what waits for the body: what came is put on the queue to be received, what was answered is followed. Gives how
 * many wait to be received.
 */
export const lookForPending = (): Promise<Result<number, PlatformFault>> => {
  looking ??= look().finally(() => {
    looking = undefined;
  });
  return looking;
};

const look = async (): Promise<Result<number, PlatformFault>> => {
  const looked = await askPending();
  const at = clock.now();
  lastLook.value = looked.ok
    ? { kind: 'looked', at, waiting: looked.value }
    : { kind: 'failed', at, fault: looked.error };
  return looked;
};

const askPending = async (): Promise<Result<number, PlatformFault>> => {
  const pen = platform();
  if (!office.value || !pen) return err('not-entered');
  if (!(await mayRead())) return err('reader-elsewhere');
  const answer = await pen.pendentes(inTime());
  if (!answer.ok) return err(faultOf(answer.error));
  const waiting = answer.value.value;
  for (const pendencia of waiting) await dealWith(pendencia);
  await followGoing();
  return ok(waiting.filter(isToBeReceived).length);
};

const isToBeReceived = ({ status }: Pendencia): boolean => status >= 2 && status <= 4;

const dealWith = async (pendencia: Pendencia): Promise<void> => {
  const here = officeHere();
  const { IDT, status } = pendencia;
  const name = here && `${here.ambiente}/${here.orgao}/${IDT}-${status}`;
  if (!here || !name || dealtWith.has(name)) return;
  if (!isToBeReceived(pendencia)) {
    const followed = await followTramite(tramiteId(here.ambiente, here.orgao, IDT));
    if (followed.ok) dealtWith.add(name);
    return;
  }
  if (!hasRole('receber')) return;
  const entries = await penStores.penEntries.ofTramite(here.ambiente, here.orgao, IDT);
  const queued = entries.length > 0 || (await queueReceiving(here, IDT)).ok;
  if (queued) dealtWith.add(name);
};

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
