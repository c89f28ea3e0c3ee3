import { MINIMUM_RSA_BITS } from '../../signing/algorithm.ts';
import {
  type Certificate,
  maySignDocuments,
  readCertificates,
  validityAt,
} from '../../signing/certificate/certificate.ts';
import { findChain } from '../../signing/certificate/chain.ts';
import { daysUntil, FEW_DAYS } from '../../signing/certificate/days-left.ts';
import { factsOf } from '../../signing/certificate/facts.ts';
import { revocationOf } from '../../signing/revocation/revocation.ts';
import type { TrustStore } from '../../signing/verification.ts';

/** What was found before a signature: nothing against it, something to know, or a reason not to sign. */
export type CheckLevel = 'ok' | 'warn' | 'stop';

const LEVELS = {
  valid: 'ok',
  'ends-soon': 'warn',
  expired: 'stop',
  'not-yet-valid': 'stop',
  'use-allowed': 'ok',
  'use-not-allowed': 'stop',
  /** Resolução CG ICP-Brasil 211/2024 art. 4: a seal is no expression of anybody's will. */
  'is-seal': 'warn',
  'is-application': 'warn',
  'key-strong': 'ok',
  'key-weak': 'stop',
  'chain-complete': 'ok',
  'issuer-missing': 'warn',
  'chain-untrusted': 'stop',
  'no-anchors': 'warn',
  'not-revoked': 'ok',
  revoked: 'stop',
  'revocation-unchecked': 'warn',
  'cpf-matches': 'ok',
  'cpf-differs': 'warn',
  'cpf-missing': 'warn',
  'clock-right': 'ok',
  'clock-off': 'warn',
  'clock-unknown': 'warn',
} as const satisfies Record<string, CheckLevel>;

export type CheckCode = keyof typeof LEVELS;

type Finding =
  /** Whole days of 24 hours that are left. */
  | { code: 'ends-soon'; days: number }
  /** Name of the authority whose certificate is not at hand. */
  | { code: 'issuer-missing'; issuer: string }
  /** How far the court's clock is ahead of this machine's; negative where it is behind. */
  | { code: 'clock-off'; minutes: number }
  | { code: Exclude<CheckCode, 'ends-soon' | 'issuer-missing' | 'clock-off'> };

export type Check = Finding & { level: CheckLevel };

export interface Circumstances {
  certificate: Certificate;
  /** Epoch ms. */
  now: number;
  trust: TrustStore;
  /** CPF of the token in use; absent without one. */
  cpf?: string;
  /** How far the court's clock was ahead of this machine's when it last answered, ms; absent where it is not known. */
  skewMs?: number;
}

const MINUTE_MS = 60_000;
const TOLERATED_SKEW_MS = 5 * MINUTE_MS;

const checkValidity = ({ certificate, now }: Circumstances): Finding => {
  const validity = validityAt(certificate, now);
  const days = daysUntil(certificate.notAfter, now);
  if (validity === 'valid' && days <= FEW_DAYS) return { code: 'ends-soon', days };
  return { code: validity };
};

const checkUse = ({ certificate }: Circumstances): Finding => {
  if (!maySignDocuments(certificate)) return { code: 'use-not-allowed' };
  const { kind } = factsOf(certificate);
  if (kind === 'seal') return { code: 'is-seal' };
  return { code: kind === 'application' ? 'is-application' : 'use-allowed' };
};

const checkKey = ({ certificate }: Circumstances): Finding => {
  const { type } = certificate.publicKey;
  const strong = type.name === 'EC' || (type.name === 'RSA' && type.bits >= MINIMUM_RSA_BITS);
  return { code: strong ? 'key-strong' : 'key-weak' };
};

/** The first authority above that is not at hand, by the name it is called by below. */
const missingIssuer = (leaf: Certificate, known: readonly Certificate[]): string => {
  let below = leaf;
  for (let steps = 0; steps < known.length; steps++) {
    const issuer = known.find(({ holder }) => holder.name === below.issuer);
    if (!issuer) break;
    below = issuer;
  }
  return below.issuer;
};

const REVOCATION = {
  good: 'not-revoked',
  revoked: 'revoked',
  unchecked: 'revocation-unchecked',
} as const;

const checkRevocation = async (
  [leaf, issuer]: readonly Certificate[],
  { trust: { revocation }, now }: Circumstances,
  candidates: readonly Certificate[],
): Promise<Finding> => {
  if (!leaf || !issuer || !revocation) return { code: 'revocation-unchecked' };
  const { status } = await revocationOf(leaf, issuer, revocation, candidates, now);
  return { code: REVOCATION[status] };
};

const checkChain = async (circumstances: Circumstances): Promise<Finding[]> => {
  const { certificate, now, trust } = circumstances;
  // Every chain of a certificate that is over fails, which says nothing new.
  if (validityAt(certificate, now) !== 'valid') return [];
  const anchors = readCertificates(trust.anchors);
  if (anchors.length === 0) return [{ code: 'no-anchors' }];
  const intermediates = readCertificates(trust.intermediates);
  const known = [...intermediates, ...anchors];
  const chain = await findChain(certificate, intermediates, anchors, now);
  if (chain.ok) {
    const revocation = await checkRevocation(chain.value, circumstances, known);
    return [{ code: 'chain-complete' }, revocation];
  }
  if (chain.error !== 'chain-incomplete') return [{ code: 'chain-untrusted' }];
  return [{ code: 'issuer-missing', issuer: missingIssuer(certificate, known) }];
};

const checkCpf = ({ certificate: { holder }, cpf }: Circumstances): Finding[] => {
  if (cpf === undefined) return [];
  const own = holder.cpf ?? holder.responsible?.cpf;
  if (own === undefined) return [{ code: 'cpf-missing' }];
  return [{ code: own === cpf ? 'cpf-matches' : 'cpf-differs' }];
};

const checkClock = ({ skewMs }: Circumstances): Finding => {
  if (skewMs === undefined) return { code: 'clock-unknown' };
  if (Math.abs(skewMs) <= TOLERATED_SKEW_MS) return { code: 'clock-right' };
  return { code: 'clock-off', minutes: Math.round(skewMs / MINUTE_MS) };
};

/** What speaks for and against signing with a certificate now. */
export const checksOf = async (circumstances: Circumstances): Promise<Check[]> => {
  const findings = [
    checkValidity(circumstances),
    checkUse(circumstances),
    checkKey(circumstances),
    ...(await checkChain(circumstances)),
    ...checkCpf(circumstances),
    checkClock(circumstances),
  ];
  return findings.map((finding) => ({ ...finding, level: LEVELS[finding.code] }));
};

/** Whether any of the checks forbids to sign. */
export const forbidden = (checks: readonly Check[]): boolean =>
  checks.some(({ level }) => level === 'stop');
