import { type Bytes, fromBase64 } from '../../base/bytes.ts';
import { type Certificate, readCertificates } from '../certificate/certificate.ts';
import list from './icp-brasil-roots.json' with { type: 'json' };

/** The roots of ICP-Brasil that lie here as certificates, DER. */
const bundledRoots: Bytes[] = list.roots.flatMap(({ certificate }) =>
  certificate === undefined ? [] : [fromBase64(certificate)],
);

const pins = new Set(list.roots.map(({ sha256 }) => sha256));

/** Whether a certificate is one of the dated list of roots of ICP-Brasil, told by the SHA-256 of its DER alone. */
export const isPinned = ({ fingerprint }: Certificate): boolean => pins.has(fingerprint);

/**
 * The roots of ICP-Brasil, DER: those that lie here, and of the certificates somebody else brought (DER) those whose
 * hash is pinned. A root with another hash counts for nothing, whatever its name.
 */
export const icpBrasilRoots = (brought: readonly Bytes[]): Bytes[] => {
  const pinned = readCertificates([...bundledRoots, ...brought]).filter(isPinned);
  return [...new Map(pinned.map(({ fingerprint, der }) => [fingerprint, der])).values()];
};
