import type { Result } from '../../base/result.ts';
import type { StorageFault } from '../../store/database.ts';
import { stores } from '../stores.ts';

const SETTING = 'restoredDrafts';

const restored = async (): Promise<string[]> => {
  const kept = await stores.settings.get(SETTING);
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
};

/** These drafts come out of a copy: after it was made they may have been delivered. */
export const noteRestoredDrafts = async (
  ids: readonly string[],
): Promise<Result<void, StorageFault>> =>
  stores.settings.set(SETTING, [...new Set([...(await restored()), ...ids])]);

/** Whether a draft came out of a copy. */
export const isRestoredDraft = async (id: string): Promise<boolean> =>
  (await restored()).includes(id);
