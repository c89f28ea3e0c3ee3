import { sameBytes } from '../../base/bytes.ts';
import { verifySignature } from '../algorithm.ts';
import { type Certificate, validityAt } from '../certificate/certificate.ts';
import { findChain } from '../certificate/chain.ts';
import type { Reason, SignatureReport } from '../report.ts';
import type { Context } from './context.ts';

/** When a signature was made, as far as that is known. Epoch ms. */
export interface SigningMoment {
  /** When certificates are judged: the proven time, else now. */
  judgedAt: number;
  proven: boolean;
  /** By the signer's own clock. */
  claimed?: number | undefined;
}

export interface CertificateJudgement {
  reasons: Reason[];
  /** From the certificate upwards, as far as it was found. */
  chain: Certificate[];
  /** Of the certificate itself. */
  revocation: SignatureReport['revocation'];
}

const TIME_REASONS = {
  expired: 'certificate-expired',
  'not-yet-valid': 'certificate-not-yet-valid',
} as const;

/** Longer than any chain of ICP-Brasil, which has four. */
const LONGEST = 8;

/** What is above a certificate whose chain does not hold: for a person to see how far it goes. */
const knownAbove = async (leaf: Certificate, { certificates }: Context): Promise<Certificate[]> => {
  const chain = [leaf];
  for (let last = leaf; chain.length < LONGEST; ) {
    const { data, algorithm, signature } = last.signed;
    const subject = last;
    let issuer: Certificate | undefined;
    for (const candidate of certificates) {
      if (!sameBytes(candidate.subjectName, subject.issuerName)) continue;
      if (chain.some(({ fingerprint }) => fingerprint === candidate.fingerprint)) continue;
      const verdict = await verifySignature(candidate.publicKey, algorithm, signature, data);
      if (verdict === 'valid') issuer = candidate;
      if (issuer) break;
    }
    if (!issuer) return chain;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
};

/** The chain at the moment of signing (ETSI EN 319 102-1 §5.2.6, §5.5), and what keeps it from being trusted. */
const judgeChain = async (
  certificate: Certificate,
  context: Context,
  { judgedAt, proven, claimed }: SigningMoment,
): Promise<Pick<CertificateJudgement, 'reasons' | 'chain'>> => {
  const { certificates, anchors } = context;
  const found = await findChain(certificate, certificates, anchors, judgedAt);
  if (found.ok) return { reasons: [], chain: found.value };
  if (found.error === 'certificate-expired' && !proven && claimed !== undefined) {
    const then = await findChain(certificate, certificates, anchors, claimed);
    if (then.ok) return { reasons: ['expired-no-proof-of-time'], chain: then.value };
  }
  return { reasons: [found.error], chain: await knownAbove(certificate, context) };
};

/**
 * Judges a signer's certificate at the moment of its signature: chain, validity and revocation (ETSI EN 319 102-1 §5.2.6).
 * What it may be used for is not looked at.
 */
export const judgeCertificate = async (
  certificate: Certificate,
  context: Context,
  moment: SigningMoment,
): Promise<CertificateJudgement> => {
  const { reasons, chain } = await judgeChain(certificate, context, moment);
  return {
    reasons: [...reasons, ...claimReasons(certificate, moment), 'revocation-unchecked'],
    chain,
    revocation: 'unchecked',
  };
};

/** Nobody signs before or after the time of its certificate: such a claim is wrong, whatever the clock says now. */
const claimReasons = (certificate: Certificate, { claimed }: SigningMoment): Reason[] => {
  const validity = claimed === undefined ? 'valid' : validityAt(certificate, claimed);
  return validity === 'valid' ? [] : [TIME_REASONS[validity]];
};
