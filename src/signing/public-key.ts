import type { Bytes } from '../base/bytes.ts';
import {
  childrenOf,
  contentOf,
  type Der,
  DerError,
  encodedOf,
  fieldsOf,
  readDer,
} from './der/reader.ts';
import { TAG } from './der/tags.ts';
import { bitStringOf, oidOf } from './der/values.ts';
import { OID } from './oids.ts';

/** A public key as a certificate carries it. */
export interface PublicKey {
  /** SubjectPublicKeyInfo, DER. */
  spki: Bytes;
  type:
    | { name: 'RSA'; bits: number }
    | { name: 'EC'; curve: 'P-256' | 'P-384' | 'P-521' }
    | { name: 'other' };
}

const CURVES: Record<string, 'P-256' | 'P-384' | 'P-521'> = {
  [OID.p256]: 'P-256',
  [OID.p384]: 'P-384',
  [OID.p521]: 'P-521',
};

/** Reads the algorithm and size of a SubjectPublicKeyInfo (RFC 3279 §2.3, RFC 5480 §2). Throws `DerError`. */
export const readPublicKey = (info: Der): PublicKey => {
  const spki = encodedOf(info);
  const fields = fieldsOf(info);
  const identifier = fieldsOf(fields.next());
  const dotted = oidOf(identifier.next());
  if (dotted === OID.rsa) {
    const [modulus] = childrenOf(readDer(bitStringOf(fields.next())));
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
