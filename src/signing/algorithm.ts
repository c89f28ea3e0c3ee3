import type { Bytes } from '../base/bytes.ts';
import { err, ok, type Result } from '../base/result.ts';
import {
  childrenOf,
  contentOf,
  type Der,
  DerError,
  fieldsOf,
  onlyChildOf,
  readDer,
} from './der/reader.ts';
import { context, TAG } from './der/tags.ts';
import { oidOf, smallIntegerOf } from './der/values.ts';
import { algorithm, derNull } from './der/writer.ts';
import { ecdsaFromDer } from './ecdsa.ts';
import { OID } from './oids.ts';

export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';
export type AlgorithmFault = 'weak-algorithm' | 'unsupported-algorithm';

/** A public key as a certificate carries it. */
export interface PublicKey {
  /** SubjectPublicKeyInfo, DER. */
  spki: Bytes;
  type:
    | { name: 'RSA'; bits: number }
    | { name: 'EC'; curve: 'P-256' | 'P-384' | 'P-521' }
    | { name: 'other' };
}

type Scheme =
  | { name: 'RSASSA-PKCS1-v1_5'; hash: Hash }
  | { name: 'RSA-PSS'; hash: Hash; saltLength: number }
  | { name: 'ECDSA'; hash: Hash };

const HASHES: Record<string, Hash> = {
  [OID.sha256]: 'SHA-256',
  [OID.sha384]: 'SHA-384',
  [OID.sha512]: 'SHA-512',
};

/** MD5 and SHA-1, alone and in signature algorithms. */
const WEAK = new Set([
  '1.2.840.113549.2.5',
  OID.sha1,
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
]);

const RSA_WITH: Record<string, Hash> = {
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};

const ECDSA_WITH: Record<string, Hash> = {
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};

const CURVES: Record<string, 'P-256' | 'P-384' | 'P-521'> = {
  [OID.p256]: 'P-256',
  [OID.p384]: 'P-384',
  [OID.p521]: 'P-521',
};

const MINIMUM_RSA_BITS = 2048;

const refused = (dotted: string): Result<never, AlgorithmFault> =>
  err(WEAK.has(dotted) ? 'weak-algorithm' : 'unsupported-algorithm');

/** The hash an AlgorithmIdentifier names. */
export const readHash = (identifier: Der): Result<Hash, AlgorithmFault> => {
  const dotted = oidOf(fieldsOf(identifier).next());
  const hash = HASHES[dotted];
  return hash ? ok(hash) : refused(dotted);
};

/** AlgorithmIdentifier of the signatures a key makes over a hash (RFC 5754 §3): with NULL for RSA, without for ECDSA. */
export const signatureIdentifier = (key: PublicKey, hash: Hash): Bytes => {
  const isRsa = key.type.name === 'RSA';
  const table = isRsa ? RSA_WITH : ECDSA_WITH;
  const dotted = Object.keys(table).find((candidate) => table[candidate] === hash) ?? '';
  return isRsa ? algorithm(dotted, derNull) : algorithm(dotted);
};

/** RSASSA-PSS-params (RFC 4055 §3.1); WebCrypto uses one hash for both, and the defaults are SHA-1. */
const readPss = (parameters: Der): Result<Scheme, AlgorithmFault> => {
  const fields = fieldsOf(parameters);
  const hashField = fields.optional(context(0));
  const maskField = fields.optional(context(1));
  const salt = fields.optional(context(2));
  if (!hashField || !maskField) return err('weak-algorithm');
  const hash = readHash(onlyChildOf(hashField));
  const mask = fieldsOf(onlyChildOf(maskField));
  if (oidOf(mask.next()) !== OID.mgf1) return err('unsupported-algorithm');
  const maskHash = readHash(mask.next());
  if (!hash.ok) return hash;
  if (!maskHash.ok) return maskHash;
  if (hash.value !== maskHash.value) return err('unsupported-algorithm');
  const saltLength = salt ? smallIntegerOf(onlyChildOf(salt)) : 20;
  return ok({ name: 'RSA-PSS', hash: hash.value, saltLength });
};

/** `digest` is the hash of a SignerInfo whose signature algorithm names only the kind of key (RFC 5754 §3.2). */
const readScheme = (identifier: Der, digest?: Hash): Result<Scheme, AlgorithmFault> => {
  const fields = fieldsOf(identifier);
  const dotted = oidOf(fields.next());
  if (dotted === OID.rsaPss) return readPss(fields.next(TAG.sequence));
  const rsaHash = RSA_WITH[dotted] ?? (dotted === OID.rsa ? digest : undefined);
  if (rsaHash) return ok({ name: 'RSASSA-PKCS1-v1_5', hash: rsaHash });
  const ecHash = ECDSA_WITH[dotted] ?? (dotted === OID.ecPublicKey ? digest : undefined);
  return ecHash ? ok({ name: 'ECDSA', hash: ecHash }) : refused(dotted);
};

/** Reads the algorithm and size of a SubjectPublicKeyInfo (RFC 3279 §2.3, RFC 5480 §2). Throws `DerError`. */
export const readPublicKey = (info: Der): PublicKey => {
  const spki = info.source.subarray(info.start, info.end);
  const fields = fieldsOf(info);
  const identifier = fieldsOf(fields.next());
  const dotted = oidOf(identifier.next());
  if (dotted === OID.rsa) {
    const [modulus] = childrenOf(readDer(contentOf(fields.next(TAG.bitString)), 1));
    if (!modulus) throw new DerError('malformed');
    const octets = contentOf(modulus);
    const size = octets[0] === 0 ? octets.length - 1 : octets.length;
    return { spki, type: { name: 'RSA', bits: size * 8 } };
  }
  if (dotted === OID.ecPublicKey) {
    const curve = CURVES[oidOf(identifier.next(TAG.oid))];
    if (curve) return { spki, type: { name: 'EC', curve } };
  }
  return { spki, type: { name: 'other' } };
};

const COORDINATE_BYTES = { 'P-256': 32, 'P-384': 48, 'P-521': 66 };

export type SignatureVerdict = 'valid' | 'invalid' | AlgorithmFault;

/**
 * Checks a signature made over `data`. `identifier` is its AlgorithmIdentifier; `digest` helps where that names no hash.
 * Throws `DerError` where key or signature are malformed.
 */
export const verifySignature = async (
  key: PublicKey,
  identifier: Der,
  signature: Bytes,
  data: Bytes,
  digest?: Hash,
): Promise<SignatureVerdict> => {
  const scheme = readScheme(identifier, digest);
  if (!scheme.ok) return scheme.error;
  const { type, spki } = key;
  const isEc = scheme.value.name === 'ECDSA';
  if (type.name === 'other') return 'unsupported-algorithm';
  if ((type.name === 'EC') !== isEc) return 'invalid';
  if (type.name === 'RSA' && type.bits < MINIMUM_RSA_BITS) return 'weak-algorithm';
  const keyAlgorithm =
    type.name === 'EC' ? { name: 'ECDSA', namedCurve: type.curve } : scheme.value;
  try {
    const imported = await crypto.subtle.importKey('spki', spki, keyAlgorithm, false, ['verify']);
    const octets =
      type.name === 'EC' ? ecdsaFromDer(signature, COORDINATE_BYTES[type.curve]) : signature;
    return (await crypto.subtle.verify(scheme.value, imported, octets, data)) ? 'valid' : 'invalid';
  } catch (error) {
    // WebCrypto refuses keys it cannot use, such as odd exponents or points off the curve.
    if (error instanceof DOMException) return 'unsupported-algorithm';
    throw error;
  }
};
