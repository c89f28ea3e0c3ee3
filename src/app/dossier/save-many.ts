import { civilDateOf } from '../../base/civil-date.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { fitsZip, type ZippedFile, zipStream } from '../files-to-sign/zip.ts';
import { clock } from '../stores.ts';
import { type SaveDossierFault, saveEntry } from './save-dossier.ts';

export type SaveManyFault = SaveDossierFault | 'none';

/** Of each delivery the dossier of the last that was sent to it, in one ZIP. `without`: how many have none. */
export interface ManyDossiers {
  file: File;
  without: number;
}

/** Throws `signal.reason` where it was ended. `onDone`: told how many were gone through. */
export const saveDossiers = async (
  deliveries: readonly CourtDelivery[],
  signal: AbortSignal,
  onDone: (count: number) => void,
): Promise<Result<ManyDossiers, SaveManyFault>> => {
  const dossiers: ZippedFile[] = [];
  for (const [n, { contents }] of deliveries.entries()) {
    signal.throwIfAborted();
    const saved = await lastDossier(contents, signal);
    if (saved.ok) dossiers.push({ name: saved.value.name, content: saved.value });
    else if (saved.error !== 'not-kept') return saved;
    onDone(n + 1);
  }
  if (dossiers.length === 0) return err('none');
  if (!fitsZip(dossiers)) return err('too-large');
  const zip = await new Response(zipStream(dossiers)).blob();
  const name = `dossies-${civilDateOf(clock.now())}.zip`;
  const file = new File([zip], name, { type: 'application/zip' });
  return ok({ file, without: deliveries.length - dossiers.length });
};

/** What was taken in has no entry, and so no dossier. */
const lastDossier = async (
  contents: readonly string[],
  signal: AbortSignal,
): Promise<Result<File, SaveDossierFault>> => {
  for (const id of contents.toReversed()) {
    const saved = await saveEntry(id, { signal, onShare: () => {} });
    if (saved.ok || saved.error !== 'not-kept') return saved;
  }
  return err('not-kept');
};
