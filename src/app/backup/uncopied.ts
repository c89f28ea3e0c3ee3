import { computed, signal } from '@preact/signals';
import { isJsonObject, type Json } from '../../base/json.ts';
import { records } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';
import { weightAt } from './entry-weight.ts';

/** The last copy that was made. `at`: epoch ms UTC of the moment it shows. */
export type LastCopy = { at: number; to: 'file' | 'folder' };

export const lastCopy = signal<LastCopy | undefined>(undefined);

/** When a file of a draft was last signed (epoch ms UTC, by draft), which the draft itself does not tell. */
const signedAt = signal<Record<string, number>>({});

const SETTING = 'lastCopy';
const SIGNED = 'signedSinceCopy';

export const loadLastCopy = async (): Promise<void> => {
  const [copy, signed] = await Promise.all([
    stores.settings.get(SETTING),
    stores.settings.get(SIGNED),
  ]);
  lastCopy.value = copyOf(copy);
  signedAt.value = isJsonObject(signed) ? timesOf(signed) : {};
};

const copyOf = (json: Json | undefined): LastCopy | undefined =>
  isJsonObject(json) && typeof json.at === 'number'
    ? { at: json.at, to: json.to === 'folder' ? 'folder' : 'file' }
    : undefined;

const timesOf = (json: Record<string, Json>, after = 0): Record<string, number> => {
  const times: Record<string, number> = {};
  for (const [id, at] of Object.entries(json))
    if (typeof at === 'number' && at > after) times[id] = at;
  return times;
};

/** A copy was made; it holds all that was signed before it. */
export const noteCopy = async (copy: LastCopy): Promise<void> => {
  await stores.settings.set(SETTING, copy);
  lastCopy.value = copy;
  await keepSigned(timesOf(signedAt.value, copy.at));
};

/** A file of the draft was signed. */
export const noteSigned = (draftId: string): Promise<void> =>
  keepSigned({ ...signedAt.value, [draftId]: clock.now() });

const keepSigned = async (times: Record<string, number>): Promise<void> => {
  signedAt.value = times;
  await stores.settings.set(SIGNED, times);
  tellChanged('settings');
};

/** When a draft or one of its files was last changed (epoch ms UTC). */
export const draftWeightAt = ({ id, changedAt }: { id: string; changedAt: number }): number =>
  Math.max(changedAt, signedAt.value[id] ?? 0);

/** The moment that the last copy shows, epoch ms UTC; 0 for none. One of the future is of a clock that was set back: it proves nothing. */
export const lastCopyAt = (): number => {
  const at = lastCopy.value?.at ?? 0;
  return at <= clock.now() ? at : 0;
};

/** What no copy holds yet. `since`: the oldest of it, epoch ms UTC. */
export const uncopied = computed((): { count: number; since: number } | undefined => {
  const copiedAt = lastCopyAt();
  const times = [
    ...records.drafts.value.map(draftWeightAt),
    ...records.entries.value.map(weightAt),
  ].filter((at) => at > copiedAt);
  return times.length > 0 ? { count: times.length, since: Math.min(...times) } : undefined;
});
