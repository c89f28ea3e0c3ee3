import { sameBytes } from '../../base/bytes.ts';
import { verifySignature } from '../algorithm.ts';
import { type Certificate, validityAt } from '../certificate/certificate.ts';
import { findChain, TIME_FAULTS } from '../certificate/chain.ts';
import type { Reason, SignatureReport } from '../report.ts';
import { revocationOf } from '../revocation/revocation.ts';
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

/** Longer than any chain of ICP-Brasil, which has four. */
const LONGEST = 8;

/** What is above a certificate whose chain does not hold: for a person to see how far it goes. */
const knownAbove = async (leaf: Certificate, { certificates }: Context): Promise<Certificate[]> => {
  const chain = [leaf];
  for (let last: Certificate | undefined = leaf; last && chain.length < LONGEST; ) {
    last = await issuerOf(last, without(certificates, chain));
    if (last) chain.push(last);
  }
  return chain;
};

const without = (certificates: readonly Certificate[], known: Certificate[]): Certificate[] =>
  certificates.filter(({ fingerprint }) => !known.some((each) => each.fingerprint === fingerprint));

const issuerOf = async (
  { issuerName, signed }: Certificate,
  candidates: readonly Certificate[],
): Promise<Certificate | undefined> => {
  const named = candidates.filter(({ subjectName }) => sameBytes(subjectName, issuerName));
  for (const issuer of named.slice(0, LONGEST)) {
    const { algorithm, signature, data } = signed;
    if ((await verifySignature(issuer.publicKey, algorithm, signature, data)) === 'valid')
      return issuer;
  }
  return undefined;
};

/** The chain at the moment of signing (ETSI EN 319 102-1 §5.2.6, §5.5), and what keeps it from being trusted. */
const judgeChain = async (
  certificate: Certificate,
  context: Context,
  { judgedAt, claimed }: SigningMoment,
): Promise<Pick<CertificateJudgement, 'reasons' | 'chain'>> => {
  const { certificates, anchors } = context;
  const found = await findChain(certificate, certificates, anchors, judgedAt);
  if (found.ok) return { reasons: [], chain: found.value };
  if (found.error !== 'certificate-expired')
    return { reasons: [found.error], chain: await knownAbove(certificate, context) };
  const then = await findChain(certificate, certificates, anchors, claimed ?? certificate.notAfter);
  if (then.ok) return { reasons: ['expired-no-proof-of-time'], chain: then.value };
  const chain = await knownAbove(certificate, context);
  // By the signer's own word it had ended; where there is none, or it says otherwise, nobody knows.
  if (then.error === 'certificate-expired')
    return { reasons: [claimed === undefined ? 'expired-no-proof-of-time' : then.error], chain };
  return { reasons: ['expired-no-proof-of-time', then.error], chain };
};

/** What is held against one certificate of a chain, and against whoever signed at that moment. */
const revocationReason = (since: number, { proven, claimed }: SigningMoment): Reason => {
  // Who says to have signed after the revocation is taken at its word.
  const signedAfter = proven || (claimed !== undefined && claimed >= since);
  return signedAfter ? 'revoked' : 'revoked-no-proof-of-time';
};

const judgeRevocation = async (
  chain: readonly Certificate[],
  { certificates, evidence, anchors }: Context,
  moment: SigningMoment,
): Promise<Pick<CertificateJudgement, 'reasons' | 'revocation'>> => {
  const reasons: Reason[] = [];
  let revocation: SignatureReport['revocation'] = 'unchecked';
  for (const [place, certificate] of chain.entries()) {
    if (anchors.some(({ fingerprint }) => fingerprint === certificate.fingerprint)) break;
    const issuer = chain[place + 1];
    const found = issuer
      ? await revocationOf(certificate, issuer, evidence, certificates, moment.judgedAt)
      : ({ status: 'unchecked' } as const);
    if (place === 0) revocation = found.status;
    if (found.status === 'unchecked') reasons.push('revocation-unchecked');
    if (found.status === 'revoked') reasons.push(revocationReason(found.since, moment));
  }
  return { reasons, revocation };
};

/**
 * Judges a signer's certificate at the moment of its signature: chain, validity and revocation (ETSI EN 319 102-1 §5.2.6).
 * What it may be used for is not looked at. Of a certificate that nobody has, nothing can be said.
 */
export const judgeCertificate = async (
  certificate: Certificate | undefined,
  context: Context,
  moment: SigningMoment,
): Promise<CertificateJudgement> => {
  if (!certificate) return { reasons: [], chain: [], revocation: 'unchecked' };
  const { reasons, chain } = await judgeChain(certificate, context, moment);
  const checked = await judgeRevocation(chain, context, moment);
  return {
    reasons: [...reasons, ...claimReasons(certificate, moment), ...checked.reasons],
    chain,
    revocation: checked.revocation,
  };
};

/** Nobody signs before or after the time of its certificate: such a claim is wrong, whatever the clock says now. */
const claimReasons = (certificate: Certificate, { claimed }: SigningMoment): Reason[] => {
  const validity = claimed === undefined ? 'valid' : validityAt(certificate, claimed);
  return validity === 'valid' ? [] : [TIME_FAULTS[validity]];
};
