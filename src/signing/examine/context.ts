import { type Bytes, toHex } from '../../base/bytes.ts';
import { type Certificate, readCertificates } from '../certificate/certificate.ts';
import { readTrusted } from '../certificate/trusted.ts';
import type { RevocationEvidence, TrustStore } from '../verification.ts';

/** What the examination of every signature of one file shares. */
export interface Context {
  anchors: readonly Certificate[];
  /** Certificates a chain may be built of: the file's own first; none is trusted for being here. */
  certificates: readonly Certificate[];
  evidence: RevocationEvidence;
  /** Epoch ms. */
  now: number;
}

/** What a file brings along for its own examination, DER. */
export interface Brought {
  certificates: readonly Bytes[];
  crls?: readonly Bytes[];
  ocspResponses?: readonly Bytes[];
}

export const contextOf = (trust: TrustStore, now: number): Context => ({
  ...readTrusted(trust),
  evidence: trust.revocation ?? { crls: [], ocspResponses: [] },
  now,
});

const withoutDuplicates = async (lists: readonly Bytes[]): Promise<Bytes[]> => {
  const distinct = new Map<string, Bytes>();
  for (const list of lists)
    distinct.set(toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', list))), list);
  return [...distinct.values()];
};

/** Adds what a file brings; of lists that it repeats, each counts once. */
export const withBrought = async (
  { certificates, evidence, ...context }: Context,
  { certificates: brought, crls = [], ocspResponses = [] }: Brought,
): Promise<Context> => ({
  ...context,
  certificates: [...readCertificates(brought), ...certificates],
  evidence: {
    crls: [...(await withoutDuplicates(crls)), ...evidence.crls],
    ocspResponses: [...ocspResponses, ...evidence.ocspResponses],
  },
});
