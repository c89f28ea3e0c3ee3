import { sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { readCertificate, readCertificates } from '../../signing/certificate/certificate.ts';
import { isPinned } from '../../signing/trust/icp-brasil.ts';
import { type Published, readTrustFile } from '../../signing/trust/trust-file.ts';
import type { StorageFault } from '../../store/database.ts';
import type { TrustItem } from '../../store/schema.ts';
import { readFile } from '../read-file.ts';
import { trustOf } from './trust.ts';
import { itemOf } from './trust-item.ts';
import { trustRecords } from './trust-records.ts';
import { loadTrustView } from './trust-view.ts';

/** Why a file adds nothing. */
export type TrustFileFault =
  | 'not-published'
  | 'too-large'
  /** Moved, changed or taken away since it was chosen. */
  | 'unreadable'
  /** A root whose hash is not among the pinned ones, and nothing else. */
  | 'unknown-root'
  | StorageFault;

/** What became of a file: how many things of it are kept now. */
export interface TrustFileOutcome {
  name: string;
  outcome: Result<number, TrustFileFault>;
}

/** The relay takes no more, either. */
const LARGEST_FILE = 32 * 1024 * 1024;

const isUnknownRoot = async ({ kind, der }: Published): Promise<boolean> => {
  const certificate = kind === 'certificate' ? readCertificate(der) : undefined;
  if (!certificate || !sameBytes(certificate.issuerName, certificate.subjectName)) return false;
  const { anchors } = await trustOf();
  const isAnchor = readCertificates(anchors).some(
    ({ fingerprint }) => fingerprint === certificate.fingerprint,
  );
  return !isAnchor && !isPinned(certificate);
};

const importTrustFile = async (file: File): Promise<Result<number, TrustFileFault>> => {
  if (file.size > LARGEST_FILE) return err('too-large');
  const bytes = await readFile(file);
  if (!bytes) return err('unreadable');
  const found = readTrustFile(bytes);
  if (found.length === 0) return err('not-published');
  const items: TrustItem[] = [];
  for (const each of found) {
    if (!(await isUnknownRoot(each))) items.push(await itemOf(each, file.name));
  }
  if (items.length === 0) return err('unknown-root');
  const saved = await trustRecords.save(items);
  return saved.ok ? ok(items.length) : saved;
};

/** Keeps certificates, revocation lists and answers from files that the person chose. */
export const importTrustFiles = async (files: readonly File[]): Promise<TrustFileOutcome[]> => {
  const outcomes: TrustFileOutcome[] = [];
  for (const file of files) {
    outcomes.push({ name: file.name, outcome: await importTrustFile(file) });
  }
  await loadTrustView();
  return outcomes;
};
