import { type Bytes, bytesOf, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { derNull } from '../der/writer.ts';
import { isNamedBy, signedContent } from './check-signer.ts';
import { withMissing, writeP7s } from './members.ts';
import { openP7s } from './open-p7s.ts';
import { prove } from './prove.ts';
import { hashIdentifier, planSigner, type SigningOptions, writeSignerInfo } from './signer-info.ts';
import type { SigningHash, SigningKeys } from './signing-keys.ts';

export type CoSignFault =
  /** No CMS SignedData, or cut off. */
  | 'not-signed-data'
  /** The file does not hold what was signed. */
  | 'detached'
  /** This certificate has signed it before. */
  | 'already-signed';

/**
 * Adds a signature of the same content beside those of a P7S, DER or BER (RFC 5652 §5.1). What others wrote, their
 * signatures, certificates and the content, stays byte for byte; only the lengths around it are written anew. A content
 * whose length is told is read once and not copied. Options and errors as those of `signAttached`.
 */
export const addSignature = async (
  p7s: Blob,
  keys: SigningKeys,
  chain: readonly Bytes[],
  options: SigningOptions,
): Promise<Result<Blob, CoSignFault>> => {
  const opened = await openP7s(p7s);
  if (!opened) return err('not-signed-data');
  const { members, signers, encapsulated, content, contentType } = opened;
  if (!content) return err('detached');
  if (signers.some(({ identifier }) => isNamedBy(identifier, keys.certificate))) {
    return err('already-signed');
  }
  const plan = planSigner(keys, chain, 'CAdES', options);
  const signed = signedContent(await bytesOf(content), contentType);
  const both = writeP7s(encapsulated, {
    ...members,
    digestAlgorithms: withHash(members.digestAlgorithms, plan.hash),
    certificates: withMissing(members.certificates, [keys.certificate.der, ...chain]),
    signers: [...members.signers, await writeSignerInfo(plan, signed, options.now)],
  });
  await prove(both, signed, (found) => found[signers.length]);
  return ok(both);
};

/** The parameters of a hash are absent or NULL, as its writer liked (RFC 5754 §2). */
const withHash = (known: readonly Bytes[], hash: SigningHash): Bytes[] => {
  const [absent, asNull] = [hashIdentifier(hash), hashIdentifier(hash, derNull)];
  const isKnown = known.some((one) => sameBytes(one, absent) || sameBytes(one, asNull));
  return isKnown ? [...known] : [...known, absent];
};
