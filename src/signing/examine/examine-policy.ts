import { type PolicyUse, policyOf, policyReasons, readPolicyIdentifier } from '../cms/policy.ts';
import type { SignedAttributes } from '../cms/signed-data.ts';
import { attempt } from '../der/reader.ts';
import { OID } from '../oids.ts';
import type { Reason, SignatureReport } from '../report.ts';

interface ExaminedPolicy {
  policy?: NonNullable<SignatureReport['policy']>;
  reasons: Reason[];
}

/** A use of which key and hash may have stayed unknown. */
type KnownUse = Pick<PolicyUse, 'form' | 'at' | 'chain'> & {
  [part in 'key' | 'hash']: PolicyUse[part] | undefined;
};

/** The policy that the signed attributes name, if any, and what it takes from this use. */
export const examinePolicy = (
  attributes: SignedAttributes | undefined,
  { key, hash, ...use }: KnownUse,
): ExaminedPolicy => {
  const [value] = attributes?.valuesByType.get(OID.signaturePolicy)?.[0] ?? [];
  if (!attributes || !value) return { reasons: [] };
  const read = attempt(() => readPolicyIdentifier(value));
  if ('broken' in read) return { reasons: ['attributes-invalid'] };
  const named = read.value;
  // "Implied" (RFC 5126 §5.8.1) says nothing that could be checked.
  if (!named) return { reasons: [] };
  const known = policyOf(named.oid);
  const reasons: Reason[] = key && hash ? policyReasons(named, { ...use, key, hash }) : [];
  // Every policy in the table wants it (DOC-ICP-15.03).
  if (known && !attributes.valuesByType.has(OID.signingCertificateV2))
    reasons.push('policy-broken');
  return { policy: { oid: named.oid, ...(known && { name: known.name }) }, reasons };
};
