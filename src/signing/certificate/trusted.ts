import type { TrustStore } from '../verification.ts';
import { type Certificate, readCertificates } from './certificate.ts';

/** The certificates of a trust store. */
interface Trusted {
  anchors: readonly Certificate[];
  /** Those that may stand between, and the anchors. */
  certificates: readonly Certificate[];
}

const read = new WeakMap<TrustStore, Trusted>();

/** Reads the certificates of a trust store: once, for as long as it is in use. */
export const readTrusted = (trust: TrustStore): Trusted => {
  const known = read.get(trust);
  if (known) return known;
  const anchors = readCertificates(trust.anchors);
  const trusted = { anchors, certificates: [...readCertificates(trust.intermediates), ...anchors] };
  read.set(trust, trusted);
  return trusted;
};
