import type { Bytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { OID } from '../oids.ts';
import { signedContent } from './check-signer.ts';
import { withMissing, writeP7s } from './members.ts';
import { openP7s } from './open-p7s.ts';
import { prove } from './prove.ts';
import { planSigner, type SigningOptions, writeSignerInfo } from './signer-info.ts';
import type { SigningKeys } from './signing-keys.ts';
import { withUnsignedAttribute } from './unsigned-attribute.ts';

export type SignerFault =
  /** No CMS SignedData, or cut off. */
  | 'not-signed-data'
  /** The file has no signer of this number. */
  | 'no-such-signer';

export type CounterSigningOptions = Omit<SigningOptions, 'level'>;

/**
 * Adds a signature of the signature of one signer (`index` in the order of the file, from 0), which says nothing of the
 * content (RFC 5652 §11.4). It names no policy: those of ICP-Brasil want the content type signed, which may not stand
 * here. Everything that was in the file stays byte for byte, but for the lengths around it.
 */
export const addCounterSignature = async (
  p7s: Blob,
  index: number,
  keys: SigningKeys,
  chain: readonly Bytes[],
  options: CounterSigningOptions,
): Promise<Result<Blob, SignerFault>> => {
  const opened = await openP7s(p7s);
  if (!opened) return err('not-signed-data');
  const { members, signers, encapsulated } = opened;
  const signer = signers[index];
  if (!signer) return err('no-such-signer');
  const plan = planSigner(keys, chain, 'CAdES', { ...options, level: 'BES' });
  const signed = signedContent(signer.signature);
  const countersignature = await writeSignerInfo(plan, signed, options.now);
  const countersigned = writeP7s(encapsulated, {
    ...withUnsignedAttribute(members, index, OID.counterSignature, countersignature),
    certificates: withMissing(members.certificates, [keys.certificate.der, ...chain]),
  });
  await prove(countersigned, signed, (found) => found[index]?.countersignatures.at(-1));
  return ok(countersigned);
};
