import type { Bytes } from '../../base/bytes.ts';
import { childrenOf, contentOf, type Der, fieldsOf, readDer } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { booleanOf, octetsOf, oidOf, smallIntegerOf } from '../der/values.ts';
import { OID } from '../oids.ts';

interface KeyUsage {
  digitalSignature: boolean;
  nonRepudiation: boolean;
  keyCertSign: boolean;
  cRLSign: boolean;
}

/** The extensions read here (RFC 5280 §4.2); an absent one is `undefined`. */
export interface Extensions {
  isAuthority: boolean;
  /** How many further authorities may follow below. */
  pathLength?: number;
  keyUsage?: KeyUsage;
  /** OIDs of the extended key usage. */
  purposes?: string[];
  subjectKeyId?: Bytes;
  /** GeneralNames. */
  subjectAltName?: Der;
  /** A critical extension that is not understood here: such a certificate is not trusted (RFC 5280 §4.2). */
  unknownCritical: boolean;
}

const readBasicConstraints = (value: Der): Pick<Extensions, 'isAuthority' | 'pathLength'> => {
  const fields = fieldsOf(value);
  const authority = fields.optional(TAG.boolean);
  const length = fields.optional(TAG.integer);
  return {
    isAuthority: authority !== undefined && booleanOf(authority),
    ...(length && { pathLength: smallIntegerOf(length) }),
  };
};

const readKeyUsage = (value: Der): KeyUsage => {
  // The first octet counts the unused bits; bit 0 is the highest of the next.
  const bits = contentOf(value)[1] ?? 0;
  return {
    digitalSignature: (bits & 0x80) !== 0,
    nonRepudiation: (bits & 0x40) !== 0,
    keyCertSign: (bits & 0x04) !== 0,
    cRLSign: (bits & 0x02) !== 0,
  };
};

const READERS: Record<string, (value: Der) => Partial<Extensions>> = {
  [OID.basicConstraints]: readBasicConstraints,
  [OID.keyUsage]: (value) => ({ keyUsage: readKeyUsage(value) }),
  [OID.extendedKeyUsage]: (value) => ({ purposes: childrenOf(value).map(oidOf) }),
  [OID.subjectKeyIdentifier]: (value) => ({ subjectKeyId: octetsOf(value) }),
  [OID.subjectAltName]: (value) => ({ subjectAltName: value }),
  // Any policy is accepted: which ones count is the court's to say.
  [OID.certificatePolicies]: () => ({}),
};

/** Reads Extensions; the later of two of one kind counts. Throws `DerError`. */
export const readExtensions = (list: Der | undefined): Extensions => {
  const extensions: Extensions = { isAuthority: false, unknownCritical: false };
  for (const extension of list ? childrenOf(list) : []) {
    const fields = fieldsOf(extension);
    const reader = READERS[oidOf(fields.next())];
    const critical = fields.optional(TAG.boolean);
    const value = readDer(octetsOf(fields.next(TAG.octetString)));
    if (reader) Object.assign(extensions, reader(value));
    else if (critical && booleanOf(critical)) extensions.unknownCritical = true;
  }
  return extensions;
};
