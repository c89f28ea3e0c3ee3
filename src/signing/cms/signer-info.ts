import { type Bytes, concat } from '../../base/bytes.ts';
import { readCertificates } from '../certificate/certificate.ts';
import { context, TAG } from '../der/tags.ts';
import { algorithm, der, integer, octetString, oid, sequence, setOf, time } from '../der/writer.ts';
import { OID } from '../oids.ts';
import type { SignedContent } from './check-signer.ts';
import type { SignaturePolicy } from './policies.ts';
import { newestPolicyFor, writePolicyIdentifier } from './policy.ts';
import { writeSigningCertificate } from './signing-certificate.ts';
import { type SigningHash, type SigningKeys, sign, signingHash } from './signing-keys.ts';

/**
 * What the signed attributes say beyond the digest: `BES` the signer's certificate (ETSI EN 319 122-1 §5), `AD-RB` also
 * the newest policy that allows the key, the chain and the day (DOC-ICP-15.03); where none does, the same as `BES`.
 */
export type SignatureLevel = 'BES' | 'AD-RB';

export interface SigningOptions {
  /** Epoch ms UTC. */
  now: number;
  level: SignatureLevel;
  /** The key's own (`signingHash`) where absent. */
  hash?: SigningHash;
}

/** Whose signature it becomes, and how. */
export interface SignerPlan {
  keys: SigningKeys;
  hash: SigningHash;
  policy?: SignaturePolicy;
}

/** `chain`: DER certificates above the signer's. */
export const planSigner = (
  keys: SigningKeys,
  chain: readonly Bytes[],
  form: SignaturePolicy['form'],
  { now, level, hash = signingHash(keys.certificate.publicKey) }: SigningOptions,
): SignerPlan => {
  const certificates = [keys.certificate, ...readCertificates(chain)];
  const { publicKey: key } = keys.certificate;
  const use = { form, at: now, key, hash, chain: certificates };
  const policy = level === 'AD-RB' ? newestPolicyFor(use) : undefined;
  return { keys, hash, ...(policy && { policy }) };
};

const HASH_OIDS: Record<SigningHash, string> = { 'SHA-256': OID.sha256, 'SHA-512': OID.sha512 };

/** The AlgorithmIdentifier of a hash (RFC 5754 §2). */
export const hashIdentifier = (hash: SigningHash, ...parameters: Bytes[]): Bytes =>
  algorithm(HASH_OIDS[hash], ...parameters);

/** Attribute with one value (RFC 5652 §5.3). */
export const attribute = (type: string, value: Bytes): Bytes => sequence(oid(type), setOf(value));

/**
 * SignerInfo over a content, DER (RFC 5652 §5.3). `signingTime` (epoch ms UTC) is absent in a PDF's signature, where `/M`
 * tells it (ETSI EN 319 142-1 §6.3). Throws where the key does not belong to the certificate.
 */
export const writeSignerInfo = async (
  { keys, hash, policy }: SignerPlan,
  { digest, contentType }: SignedContent,
  signingTime?: number,
): Promise<Bytes> => {
  const { certificate } = keys;
  // BouncyCastle, and so the Java servers, refuse signatures over attributes that are not in the order of DER.
  const attributes = setOf(
    attribute(OID.messageDigest, octetString(await digest(hash))),
    attribute(OID.signingCertificateV2, await writeSigningCertificate(certificate)),
    ...(contentType === undefined ? [] : [attribute(OID.contentType, oid(contentType))]),
    ...(signingTime === undefined ? [] : [attribute(OID.signingTime, time(signingTime))]),
    ...(policy ? [attribute(OID.signaturePolicy, writePolicyIdentifier(policy))] : []),
  );
  const signature = await sign(keys, hash, attributes);
  return sequence(
    integer(1),
    sequence(certificate.issuerName, der(TAG.integer, certificate.serialNumber)),
    hashIdentifier(hash),
    // Signed as SET OF, stored as [0] IMPLICIT (RFC 5652 §5.4).
    concat(Uint8Array.of(context(0)), attributes.subarray(1)),
    signature.algorithm,
    octetString(signature.value),
  );
};
