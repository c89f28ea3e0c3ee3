import { signal } from '@preact/signals';
import { type Certificate, readCertificates } from '../../signing/certificate/certificate.ts';
import { readCrl } from '../../signing/revocation/crl.ts';
import type { TrustItem } from '../../store/schema.ts';
import { trustOf } from './trust.ts';
import { trustRecords } from './trust-records.ts';

/** An authority's certificate as it is listed. */
export interface ListedAuthority {
  /** SHA-256 of the DER certificate. */
  id: string;
  name: string;
  issuer: string;
  /** Epoch ms. */
  until: number;
}

/** A revocation list, or an answer about one certificate, as it is listed. */
export interface ListedEvidence {
  id: string;
  /** Whose list it is; absent for an answer. */
  issuer?: string;
  /** Epoch ms: when it was made, and until when it counts as current. */
  made?: number;
  until?: number;
  /** Address, or name of the file. */
  source: string;
  /** Epoch ms. */
  obtainedAt: number;
}

/** What certificates are judged by now, for a person to look at. */
export interface TrustView {
  /** Where chains may end in this environment. */
  anchors: ListedAuthority[];
  /** What the person loaded or the gateway fetched. */
  authorities: ListedAuthority[];
  evidence: ListedEvidence[];
}

export const trustView = signal<TrustView | undefined>(undefined);

const listedAuthority = ({ fingerprint, holder, issuer, notAfter }: Certificate) => ({
  id: fingerprint,
  name: holder.name,
  issuer,
  until: notAfter,
});

const listedEvidence = ({ id, der, source, obtainedAt }: TrustItem): ListedEvidence => {
  const crl = readCrl(der);
  const told = crl && { issuer: crl.issuer, made: crl.thisUpdate, until: crl.nextUpdate };
  return { id, source, obtainedAt, ...told };
};

/** What is known of revocations now. */
export const listEvidence = async (): Promise<ListedEvidence[]> =>
  (await trustRecords.list()).filter(({ kind }) => kind !== 'certificate').map(listedEvidence);

/** Reads again what is kept. */
export const loadTrustView = async (): Promise<void> => {
  const items = await trustRecords.list();
  const certificates = items.filter(({ kind }) => kind === 'certificate');
  trustView.value = {
    anchors: readCertificates((await trustOf()).anchors).map(listedAuthority),
    authorities: readCertificates(certificates.map(({ der }) => der)).map(listedAuthority),
    evidence: await listEvidence(),
  };
};

export const removeTrustItem = async (id: string): Promise<void> => {
  await trustRecords.remove(id);
  await loadTrustView();
};
