import type { Result } from '../../base/result.ts';
import type { StorageFault } from '../../store/database.ts';
import { stores } from '../stores.ts';

/** The name under which browsers have it since only drafts were noted. */
const SETTING = 'restoredDrafts';

const restored = async (): Promise<string[]> => {
  const kept = await stores.settings.get(SETTING);
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
};

/** These drafts and processes come out of a copy: after it was made they may have been sent. */
export const noteRestored = async (ids: readonly string[]): Promise<Result<void, StorageFault>> =>
  stores.settings.set(SETTING, [...new Set([...(await restored()), ...ids])]);

/** Whether a draft or process came out of a copy. */
export const isRestored = async (id: string): Promise<boolean> => (await restored()).includes(id);
