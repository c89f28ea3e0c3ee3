import { type Bytes, fromHex, toHex, utf8 } from '../../base/bytes.ts';
import type { Hash } from '../algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { type Der, fieldsOf } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { octetsOf, oidOf } from '../der/values.ts';
import { algorithm, der, octetString, oid, sequence } from '../der/writer.ts';
import { OID } from '../oids.ts';
import type { PublicKey } from '../public-key.ts';
import type { Reason } from '../report.ts';
import { POLICIES, type SignaturePolicy } from './policies.ts';

/** What a policy has to allow of a signature. */
export interface PolicyUse {
  form: SignaturePolicy['form'];
  /** Epoch ms of the signature. */
  at: number;
  key: PublicKey;
  hash: Hash;
  /** The signer's certificate and those above it, as far as they are known. */
  chain: readonly Certificate[];
}

/** A policy as a signature names it. */
export interface NamedPolicy {
  oid: string;
  hashAlgorithm: string;
  hash: Bytes;
}

/** The policy with this OID, where it is in the table. */
export const policyOf = (dotted: string): SignaturePolicy | undefined =>
  POLICIES.find((policy) => policy.oid === dotted);

/** The newest policy of the form that allows this use, if any does. */
export const newestPolicyFor = (use: PolicyUse): SignaturePolicy | undefined =>
  POLICIES.findLast((policy) => allows(policy, use));

const allows = (policy: SignaturePolicy, use: PolicyUse): boolean =>
  policy.form === use.form &&
  isCurrent(policy, use.at) &&
  allowsKey(policy, use.key) &&
  policy.hashes.some((hash) => hash === use.hash) &&
  rootsNamedIn(use.chain).every((root) => policy.roots.includes(root));

const DAY_MS = 86_400_000;

const isCurrent = ({ validFrom, validUntil }: SignaturePolicy, at: number): boolean =>
  at >= Date.parse(validFrom) && at < Date.parse(validUntil) + DAY_MS;

const KEY_BITS = { 'P-256': 256, 'P-384': 384, 'P-521': 521 };

const allowsKey = ({ leastKeyBits }: SignaturePolicy, { type }: PublicKey): boolean => {
  if (type.name === 'other') return false;
  const bits = type.name === 'RSA' ? type.bits : KEY_BITS[type.curve];
  return bits >= (leastKeyBits[type.name] ?? Number.POSITIVE_INFINITY);
};

const ROOT_NAME = /^Autoridade Certificadora Raiz Brasileira (v\d+)$/;

/** The generations of ICP-Brasil's root that a chain names; none for the roots of a simulation. */
const rootsNamedIn = (chain: readonly Certificate[]): string[] =>
  chain.flatMap(({ issuer }) => ROOT_NAME.exec(issuer)?.[1] ?? []);

/** SignaturePolicyId with the address as its qualifier (RFC 5126 §5.8.1). */
export const writePolicyIdentifier = ({ oid: dotted, hash, uri }: SignaturePolicy): Bytes =>
  sequence(
    oid(dotted),
    sequence(algorithm(OID.sha256), octetString(fromHex(hash))),
    sequence(sequence(oid(OID.policyUri), der(TAG.ia5String, utf8(uri)))),
  );

/** Reads a SignaturePolicy (RFC 5126 §5.8.1); `undefined` where it is the implied one. Throws `DerError`. */
export const readPolicyIdentifier = (value: Der): NamedPolicy | undefined => {
  if (value.tag === TAG.null) return undefined;
  const fields = fieldsOf(value);
  const dotted = oidOf(fields.next());
  const policyHash = fieldsOf(fields.next());
  const hashAlgorithm = oidOf(fieldsOf(policyHash.next()).next());
  return { oid: dotted, hashAlgorithm, hash: octetsOf(policyHash.next(TAG.octetString)) };
};

/**
 * What the policy that a signature names takes from it: nothing where its hash is the published one and it allows the use.
 * The roots are looked at only where the chain names one of ICP-Brasil's.
 */
export const policyReasons = (
  named: NamedPolicy,
  use: PolicyUse,
): Extract<Reason, 'policy-unknown' | 'policy-broken'>[] => {
  const policy = policyOf(named.oid);
  if (!policy) return ['policy-unknown'];
  const isPublished = named.hashAlgorithm === OID.sha256 && toHex(named.hash) === policy.hash;
  return isPublished && allows(policy, use) ? [] : ['policy-broken'];
};
