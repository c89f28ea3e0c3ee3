import type { Difference } from '../../draft/differences.ts';
import type { DraftVersion } from '../../draft/versions.ts';
import { clock } from '../stores.ts';
import { versionRecords } from './version-records.ts';

export { differences } from '../../draft/differences.ts';
export type { VersionReason } from '../../draft/versions.ts';
export type { Difference, DraftVersion };

/** The versions kept of a draft, the newest first. */
export const versionsOf = (draftId: string): Promise<DraftVersion[]> =>
  versionRecords.list(draftId);

/**
 * Keeps a document of a draft as it is before something is done to it, which does not depend on there being room.
 * `at`: when it was the draft's (epoch ms UTC).
 */
export const keepVersion = async (
  draftId: string,
  why: DraftVersion['why'],
  document: DraftVersion['document'],
  at = clock.now(),
): Promise<void> => {
  await versionRecords
    .keep({ draftId, at, why, document })
    .catch((error: unknown) => console.warn('version', error));
};
