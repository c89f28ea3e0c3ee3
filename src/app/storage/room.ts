import { signal } from '@preact/signals';
import { type Room, room } from '../state.ts';
import { stores } from '../stores.ts';

/** From this share of the room in use on, the person is warned. */
const SCARCE = 0.8;

export const isScarce = ({ used, quota }: Room): boolean => quota > 0 && used / quota >= SCARCE;

/** What the browser answered when it was last asked to keep the data; `undefined`: it was never asked. */
export const persistAnswer = signal<'kept' | 'refused' | undefined>(undefined);

const SETTING = 'persistAnswer';

/** How much room the app has in this browser (by its own estimate), and whether the browser promised to keep it. */
export const measureRoom = async (): Promise<void> => {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  room.value = { used: usage, quota, persisted: await navigator.storage.persisted() };
};

export const recallPersistAnswer = async (): Promise<void> => {
  const kept = await stores.settings.get(SETTING);
  if (kept === 'kept' || kept === 'refused') persistAnswer.value = kept;
};

/** Asks the browser to keep the data; Firefox asks the person, so nothing else waits for the answer. */
export const askToPersist = async (): Promise<void> => {
  const answer = (await navigator.storage.persist()) ? 'kept' : 'refused';
  persistAnswer.value = answer;
  await stores.settings.set(SETTING, answer);
  await measureRoom();
};

/** With the first draft there is something to lose: the browser is asked once, later only at the person's wish. */
export const askToPersistOnce = async (): Promise<void> => {
  if (persistAnswer.value === undefined) await askToPersist();
};
