import { sha256Hex, utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical-json.ts';
import type { Court } from '../court.ts';
import type { ReceivedDelivery } from '../messages.ts';
import type { RecepcaoEntry, RecepcaoProgress } from '../types.ts';

// A delivery equal to ours but for the ids of its files, `ids` (ours → theirs).

/** Whether the court shows a file of it whose bytes are not those that this errand sends. */
export const hasOtherFiles = async (
  { frozen, progress }: RecepcaoEntry,
  { recibo }: ReceivedDelivery,
  ids: ReadonlyMap<string, string>,
  court: Court,
  signal: AbortSignal,
): Promise<boolean> => {
  for (const { localId, sentSha256 } of frozen.files) {
    const theirs = ids.get(progress.uploads[localId]?.courtId ?? '');
    const shown = theirs && (await court.fileSha256(recibo, theirs, signal));
    if (shown && shown !== sentSha256) return true;
  }
  return false;
};

/** What was sent is what the court holds: the same content with the ids of an earlier upload. */
export const withFileIds = async (
  progress: RecepcaoProgress,
  { jsonNode }: ReceivedDelivery,
  ids: ReadonlyMap<string, string>,
): Promise<RecepcaoProgress & Required<Pick<RecepcaoProgress, 'finalBody'>>> => {
  const text = canonicalJson(jsonNode);
  const uploads = Object.entries(progress.uploads).map(([localId, upload]) => [
    localId,
    { ...upload, courtId: ids.get(upload.courtId) ?? upload.courtId },
  ]);
  return {
    ...progress,
    uploads: Object.fromEntries(uploads),
    finalBody: { text, sha256: await sha256Hex(utf8(text)) },
  };
};
