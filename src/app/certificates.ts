import { signal } from '@preact/signals';
import { daysUntil, FEW_DAYS } from '../signing/certificate/days-left.ts';
import type { CertificateSummary } from '../signing/signer.ts';
import type { StoredCertificate } from '../store/schema.ts';
import { type KeyState, key } from './state.ts';
import { clock, stores } from './stores.ts';

/** The certificates known to this browser, the last imported first. */
export const certificates = signal<StoredCertificate[]>([]);

/** Whole days until a certificate ends, negative once it is over, and whether that is soon. */
export const endOf = ({ notAfter }: CertificateSummary): { days: number; soon: boolean } => {
  const days = daysUntil(notAfter, clock.now());
  return { days, soon: days <= FEW_DAYS };
};

const newestFirst = (a: StoredCertificate, b: StoredCertificate) => b.importedAt - a.importedAt;

/** Reads the certificates again; while none is open the last imported one is in use. */
export const loadCertificates = async (): Promise<void> => {
  certificates.value = (await stores.certificates.list()).sort(newestFirst);
  if (key.value.kind !== 'unlocked') key.value = whileLocked();
};

/** The certificate in use while no key is open. */
export const whileLocked = (): KeyState => {
  const [newest] = certificates.value;
  if (!newest) return { kind: 'none' };
  const { summary, wrappedKey } = newest;
  return { kind: 'locked', certificate: summary, wrapped: wrappedKey !== undefined };
};

export const knownCertificate = (fingerprint: string): StoredCertificate | undefined =>
  certificates.value.find(({ summary }) => summary.fingerprint === fingerprint);
