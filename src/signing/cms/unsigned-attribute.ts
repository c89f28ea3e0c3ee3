import type { Bytes } from '../../base/bytes.ts';
import { childrenOf, encodedOf, readDer } from '../der/reader.ts';
import { context } from '../der/tags.ts';
import { sequence, tagged } from '../der/writer.ts';
import type { Members } from './members.ts';
import { attribute } from './signer-info.ts';

/**
 * The members with one unsigned attribute more at a signer (RFC 5652 §5.3). Everything that the SignerInfo held stays as
 * it was encoded.
 */
export const withUnsignedAttribute = (
  members: Members,
  signer: number,
  type: string,
  value: Bytes,
): Members => ({
  ...members,
  signers: members.signers.map((encoded, at) =>
    at === signer ? withAttribute(encoded, attribute(type, value)) : encoded,
  ),
});

const withAttribute = (signerInfo: Bytes, added: Bytes): Bytes => {
  const fields = childrenOf(readDer(signerInfo));
  const last = fields.at(-1);
  const unsigned = last?.tag === context(1) ? last : undefined;
  const kept = unsigned ? fields.slice(0, -1) : fields;
  const attributes = unsigned ? childrenOf(unsigned).map(encodedOf) : [];
  return sequence(...kept.map(encodedOf), tagged(1, ...attributes, added));
};
