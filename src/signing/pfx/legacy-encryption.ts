import { sha1 } from '@noble/hashes/legacy.js';
import type { Bytes } from '../../base/bytes.ts';
import { type Der, fieldsOf } from '../der/reader.ts';
import { octetsOf } from '../der/values.ts';
import { algorithm, integer, octetString, sequence } from '../der/writer.ts';
import { type BlockCipher, cbcDecrypt, cbcEncrypt } from './block-cipher.ts';
import { tripleDes } from './des.ts';
import { PfxRefusal, roundsOf } from './fault.ts';
import { pkcs12Kdf } from './pkcs12-kdf.ts';
import { rc2 } from './rc2.ts';

interface Scheme {
  keyBytes: number;
  cipher: (key: Bytes) => BlockCipher;
}

/** PBE with SHA-1 and … (RFC 7292 appendix C). */
export const PBE = {
  tripleDes: '1.2.840.113549.1.12.1.3',
  doubleDes: '1.2.840.113549.1.12.1.4',
  rc2With128Bits: '1.2.840.113549.1.12.1.5',
  rc2With40Bits: '1.2.840.113549.1.12.1.6',
} as const;

const SCHEMES: Record<string, Scheme> = {
  [PBE.tripleDes]: { keyBytes: 24, cipher: tripleDes },
  [PBE.doubleDes]: { keyBytes: 16, cipher: tripleDes },
  [PBE.rc2With128Bits]: { keyBytes: 16, cipher: (key) => rc2(key, 128) },
  [PBE.rc2With40Bits]: { keyBytes: 5, cipher: (key) => rc2(key, 40) },
};

const schemeOf = (dotted: string): Scheme => {
  const scheme = SCHEMES[dotted];
  if (!scheme) throw new PfxRefusal('unsupported-algorithm');
  return scheme;
};

const derive = (
  { keyBytes, cipher }: Scheme,
  password: Bytes,
  parameters: { salt: Bytes; rounds: number },
): { cipher: BlockCipher; iv: Bytes } => ({
  cipher: cipher(pkcs12Kdf(sha1, password, parameters, 'key', keyBytes)),
  iv: pkcs12Kdf(sha1, password, parameters, 'iv', 8),
});

/** Decrypts with the password's `bmp` form. Throws `PfxRefusal`, `DerError`. */
export const decryptLegacy = (
  dotted: string,
  parameters: Der,
  data: Bytes,
  password: Bytes,
): Bytes => {
  const scheme = schemeOf(dotted);
  const fields = fieldsOf(parameters);
  const salt = octetsOf(fields.next());
  const rounds = roundsOf(fields.next());
  const { cipher, iv } = derive(scheme, password, { salt, rounds });
  const plain = cbcDecrypt(cipher, iv, data);
  if (!plain) throw new PfxRefusal('wrong-password');
  return plain;
};

/** What encryption gives: the AlgorithmIdentifier, DER, and the encrypted octets. */
export interface Encrypted {
  algorithm: Bytes;
  data: Bytes;
}

const ROUNDS = 2048;

export const encryptLegacy = (dotted: string, plain: Bytes, password: Bytes): Encrypted => {
  const salt = crypto.getRandomValues(new Uint8Array(8));
  const { cipher, iv } = derive(schemeOf(dotted), password, { salt, rounds: ROUNDS });
  return {
    algorithm: algorithm(dotted, sequence(octetString(salt), integer(ROUNDS))),
    data: cbcEncrypt(cipher, iv, plain),
  };
};
