import { sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { verifySignature } from '../algorithm.ts';
import type { SignatureFault } from '../verification.ts';
import { type Certificate, validityAt } from './certificate.ts';

export type ChainFault = Extract<
  SignatureFault,
  | 'chain-incomplete'
  | 'chain-untrusted'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'weak-algorithm'
  | 'unsupported-algorithm'
>;

/** A chain from the leaf upwards. */
type Chain = Certificate[];

/** What a certificate outside of its time is faulted with. */
export const TIME_FAULTS = {
  expired: 'certificate-expired',
  'not-yet-valid': 'certificate-not-yet-valid',
} as const;

const sameCertificate = (a: Certificate, b: Certificate): boolean =>
  a.fingerprint === b.fingerprint;

const isNamedIssuer = (issuer: Certificate, subject: Certificate): boolean =>
  sameBytes(issuer.subjectName, subject.issuerName);

const isSelfIssued = (certificate: Certificate): boolean => isNamedIssuer(certificate, certificate);

/** Whether an authority may stand above `below`, leaf first (RFC 5280 §6.1.4 k-n). */
const mayStandAbove = ({ extensions }: Certificate, below: Chain): boolean => {
  const authorities = below.slice(1).filter((certificate) => !isSelfIssued(certificate)).length;
  return (
    extensions.isAuthority &&
    extensions.keyUsage?.keyCertSign !== false &&
    authorities <= (extensions.pathLength ?? Number.POSITIVE_INFINITY) &&
    !extensions.unknownCritical
  );
};

/** What keeps `issuer` from continuing the chain, if anything. */
const linkFault = async (
  chain: Chain,
  subject: Certificate,
  issuer: Certificate,
  at: number,
): Promise<ChainFault | undefined> => {
  if (!mayStandAbove(issuer, chain)) return 'chain-untrusted';
  const { algorithm, signature, data } = subject.signed;
  const verdict = await verifySignature(issuer.publicKey, algorithm, signature, data);
  if (verdict === 'invalid') return 'chain-untrusted';
  if (verdict !== 'valid') return verdict;
  const validity = validityAt(issuer, at);
  return validity === 'valid' ? undefined : TIME_FAULTS[validity];
};

/** Of two dead ends, the one that says more of what is wrong. */
const moreTelling = (known: ChainFault, found: ChainFault): ChainFault =>
  known === 'chain-incomplete' || found !== 'chain-untrusted' ? found : known;

/** Hostile bags of certificates cost no more than this many checks of a signature. */
const MAX_LINKS = 100;

/**
 * Finds the shortest chain from `leaf` to one of the anchors over the candidates and verifies it at an instant (epoch ms):
 * signatures, validity, basic constraints, path length, key usage (RFC 5280 §6.1). Name constraints are not processed:
 * they are critical (§4.2.1.10), so a certificate that has them is refused, as with every critical extension unknown
 * here. Policies are not processed either (§6.1.1 c, any-policy): which ones count is the receiver's to say. Revocation
 * is asked for apart (`revocationOf`). The chain found begins with the leaf and ends with the anchor.
 */
export const findChain = async (
  leaf: Certificate,
  candidates: readonly Certificate[],
  anchors: readonly Certificate[],
  at: number,
): Promise<Result<Chain, ChainFault>> => {
  const validity = validityAt(leaf, at);
  if (validity !== 'valid') return err(TIME_FAULTS[validity]);
  if (leaf.extensions.unknownCritical) return err('chain-untrusted');
  const pool = [...anchors, ...candidates];
  const reached = [leaf];
  const chains: Chain[] = [[leaf]];
  let fault: ChainFault = 'chain-incomplete';
  let links = 0;
  // Breadth first: the first way to a certificate is the shortest, so path lengths bind least on it.
  for (const chain of chains) {
    const last = chain.at(-1) ?? leaf;
    if (anchors.some((anchor) => sameCertificate(anchor, last))) return ok(chain);
    if (isSelfIssued(last)) fault = moreTelling(fault, 'chain-untrusted');
    for (const issuer of pool) {
      if (!isNamedIssuer(issuer, last) || reached.some((known) => sameCertificate(known, issuer)))
        continue;
      if (++links > MAX_LINKS) return err(fault);
      const found = await linkFault(chain, last, issuer, at);
      if (found) {
        fault = moreTelling(fault, found);
        continue;
      }
      reached.push(issuer);
      chains.push([...chain, issuer]);
    }
  }
  return err(fault);
};
