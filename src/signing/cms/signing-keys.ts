import type { Bytes } from '../../base/bytes.ts';
import { type Hash, signatureIdentifier, verifySignature } from '../algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { readDer } from '../der/reader.ts';
import { ecdsaToDer } from '../ecdsa.ts';
import type { PublicKey } from '../public-key.ts';

/** A certificate with its private key, ready to sign. The keys cannot be exported. */
export interface SigningKeys {
  certificate: Certificate;
  /** WebCrypto binds an RSA key to one hash at import, so there is one for each. */
  keys: Record<SigningHash, CryptoKey>;
}

export type SigningHash = Extract<Hash, 'SHA-256' | 'SHA-512'>;

/**
 * Imports a PKCS#8 key for the two hashes. The caller overwrites `pkcs8` afterwards.
 * Throws `DOMException` where the bytes are no key of the certificate's kind.
 */
export const makeSigningKeys = async (
  pkcs8: Bytes,
  certificate: Certificate,
): Promise<SigningKeys> => {
  const { type } = certificate.publicKey;
  const importFor = (hash: SigningHash): Promise<CryptoKey> => {
    const algorithm =
      type.name === 'EC'
        ? { name: 'ECDSA', namedCurve: type.curve }
        : { name: 'RSASSA-PKCS1-v1_5', hash };
    return crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  };
  const [sha256, sha512] = await Promise.all([importFor('SHA-256'), importFor('SHA-512')]);
  return { certificate, keys: { 'SHA-256': sha256, 'SHA-512': sha512 } };
};

/**
 * The hash signatures of a key are made with: SHA-256 for RSA below 4096 bits and for P-256, SHA-512 for stronger keys
 * (the pairs of DOC-ICP-01.01).
 */
export const signingHash = ({ type }: PublicKey): SigningHash => {
  const strong =
    type.name === 'RSA' ? type.bits >= 4096 : type.name === 'EC' && type.curve !== 'P-256';
  return strong ? 'SHA-512' : 'SHA-256';
};

export interface Signature {
  /** AlgorithmIdentifier, DER. */
  algorithm: Bytes;
  value: Bytes;
}

/**
 * Signs as CMS wants it and checks the signature against the certificate before giving it out.
 * Throws where it does not hold: the key is another one's, or the machine miscalculated.
 */
export const sign = async (
  { certificate, keys }: SigningKeys,
  hash: SigningHash,
  data: Bytes,
): Promise<Signature> => {
  const key = keys[hash];
  const { name } = key.algorithm;
  const raw = new Uint8Array(await crypto.subtle.sign({ name, hash }, key, data));
  const value = name === 'ECDSA' ? ecdsaToDer(raw) : raw;
  const algorithm = signatureIdentifier(certificate.publicKey, hash);
  const verdict = await verifySignature(certificate.publicKey, readDer(algorithm), value, data);
  if (verdict !== 'valid') throw new Error(`own signature ${verdict}`);
  return { algorithm, value };
};
