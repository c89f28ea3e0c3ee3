import { effect } from '@preact/signals';
import { dropEarlier } from '../store/earlier.ts';
import { lookBeforeSending, startCopies } from './backup/automatic.ts';
import { startOffline } from './offline.ts';
import { runQueue, startSender } from './queue/sender.ts';
import { startRefreshing } from './refresh-layouts.ts';
import { followHolder } from './session/session.ts';
import { ambientes, draftsWritten, records } from './state.ts';
import { noRoom } from './storage/condition.ts';
import { damage } from './storage/damage.ts';
import { examine } from './storage/examine.ts';
import { measureRoom } from './storage/room.ts';
import { clock, database } from './stores.ts';

/** What works behind the screens: the examination, the copies, the sender, what makes the page work offline. */
export const start = async (): Promise<void> => {
  const examined = examine();
  followHolder();
  // What another browser took on is not sent from here.
  await startCopies();
  startSender(lookBeforeSending);
  addEventListener('online', runQueue);
  void startOffline(runQueue);
  effect(() => {
    // Whatever was written took room, or found none.
    void [draftsWritten.value, records.entries.value, noRoom.value];
    void measureRoom();
  });
  void examined.then(goOnAfterExamination);
  startRefreshing();
  effect(() => {
    if (ambientes.value.some(({ pen }) => pen)) void startPen();
  });
};

let isPenStarted = false;

/** What works for PEN is a chunk of its own, for those who have it. */
const startPen = async (): Promise<void> => {
  if (isPenStarted) return;
  isPenStarted = true;
  const work = await import('./pen/work.ts');
  await work.startPen();
};

/** What was held until all was looked through is sent, and the copy of an earlier version has proven needless. */
const goOnAfterExamination = async (): Promise<void> => {
  runQueue();
  if (damage.value.length === 0) await dropEarlier(database, clock.now());
};
