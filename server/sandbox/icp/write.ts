import { type Bytes, utf8 } from '../../../src/base/bytes.ts';
import { type SigningKeys, sign } from '../../../src/signing/cms/signing-keys.ts';
import { TAG } from '../../../src/signing/der/tags.ts';
import { der, sequence } from '../../../src/signing/der/writer.ts';

export const enumerated = (value: number): Bytes => der(TAG.enumerated, Uint8Array.of(value));

/** GeneralizedTime in whole seconds (RFC 5280 §4.1.2.5.2). `at` is epoch ms. */
export const generalizedTime = (at: number): Bytes =>
  der(TAG.generalizedTime, utf8(new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '')));

/** What was signed, AlgorithmIdentifier, BIT STRING, and what follows: as certificates, CRLs and OCSP answers are made. */
export const signedSequence = async (
  keys: SigningKeys,
  data: Bytes,
  ...more: Bytes[]
): Promise<Bytes> => {
  const { algorithm, value } = await sign(keys, 'SHA-256', data);
  return sequence(data, algorithm, der(TAG.bitString, Uint8Array.of(0), value), ...more);
};
