import type { Bytes } from '../base/bytes.ts';
import { err, ok, type Result } from '../base/result.ts';
import { attempt, type Der, fieldsOf, onlyChildOf } from './der/reader.ts';
import { context, TAG } from './der/tags.ts';
import { oidOf, smallIntegerOf } from './der/values.ts';
import * as write from './der/writer.ts';
import { ecdsaFromDer } from './ecdsa.ts';
import { OID } from './oids.ts';
import type { PublicKey } from './public-key.ts';

export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';
export type AlgorithmFault = 'weak-algorithm' | 'unsupported-algorithm';

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

/** Shorter RSA keys are weak (DOC-ICP-15.03). */
export const MINIMUM_RSA_BITS = 2048;

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
  return isRsa ? write.algorithm(dotted, write.derNull) : write.algorithm(dotted);
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

const COORDINATE_BYTES = { 'P-256': 32, 'P-384': 48, 'P-521': 66 };

export type SignatureVerdict = 'valid' | 'invalid' | AlgorithmFault;

/** The signature as WebCrypto wants it; `undefined` where it is malformed. */
const webCryptoSignature = ({ type }: PublicKey, signature: Bytes): Bytes | undefined => {
  if (type.name !== 'EC') return signature;
  const pair = attempt(() => ecdsaFromDer(signature, COORDINATE_BYTES[type.curve]));
  return 'value' in pair ? pair.value : undefined;
};

/**
 * Checks a signature made over `data`; never throws. `identifier` is its AlgorithmIdentifier; `digest` helps where that
 * names no hash.
 */
export const verifySignature = async (
  key: PublicKey,
  identifier: Der,
  signature: Bytes,
  data: Bytes,
  digest?: Hash,
): Promise<SignatureVerdict> => {
  const scheme = attempt(() => readScheme(identifier, digest));
  if ('broken' in scheme) return 'unsupported-algorithm';
  if (!scheme.value.ok) return scheme.value.error;
  const algorithm = scheme.value.value;
  const { type, spki } = key;
  if (type.name === 'other') return 'unsupported-algorithm';
  if ((type.name === 'EC') !== (algorithm.name === 'ECDSA')) return 'invalid';
  if (type.name === 'RSA' && type.bits < MINIMUM_RSA_BITS) return 'weak-algorithm';
  const octets = webCryptoSignature(key, signature);
  if (!octets) return 'invalid';
  const keyAlgorithm = type.name === 'EC' ? { name: 'ECDSA', namedCurve: type.curve } : algorithm;
  try {
    const imported = await crypto.subtle.importKey('spki', spki, keyAlgorithm, false, ['verify']);
    return (await crypto.subtle.verify(algorithm, imported, octets, data)) ? 'valid' : 'invalid';
  } catch {
    // WebCrypto refuses what it cannot use: odd exponents, points off the curve, impossible lengths of salt.
    return 'unsupported-algorithm';
  }
};
