import { signal } from '@preact/signals';
import { ok, type Result } from '../../base/result.ts';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';

const SETTING = 'parallel';
export const MOST_PARALLEL = 6;

/** How many entries are moved at a time, from 1 to the most. */
export const parallel = signal(3);

export const loadParallel = async (): Promise<void> => {
  const kept = await stores.settings.get(SETTING);
  if (typeof kept === 'number') parallel.value = kept;
};

export const chooseParallel = async (count: number): Promise<Result<void, 'storage-full'>> => {
  const kept = await stores.settings.set(SETTING, count);
  if (!kept.ok) return kept;
  parallel.value = count;
  tellChanged('settings');
  return ok(undefined);
};
