import { signal } from '@preact/signals';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';

const SETTING = 'parallel';
export const MOST_PARALLEL = 6;

/** How many entries are moved at a time. */
export const parallel = signal(3);

const isPossible = (count: unknown): count is number =>
  typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= MOST_PARALLEL;

export const loadParallel = async (): Promise<void> => {
  const kept = await stores.settings.get(SETTING);
  if (isPossible(kept)) parallel.value = kept;
};

/** `false` where it is no number from 1 to the most. */
export const chooseParallel = async (count: number): Promise<boolean> => {
  if (!isPossible(count)) return false;
  await stores.settings.set(SETTING, count);
  parallel.value = count;
  tellChanged('settings');
  return true;
};
