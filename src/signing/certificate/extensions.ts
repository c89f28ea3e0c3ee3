import type { Bytes } from '../../base/bytes.ts';
import { childrenOf, contentOf, type Der, fieldsOf, readDer } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { booleanOf, octetsOf, oidOf, smallIntegerOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import { readAuthorityAccess, readCrlAddresses } from './addresses.ts';

/** The bits of KeyUsage in their order (RFC 5280 §4.2.1.3). */
export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsageName = (typeof KEY_USAGES)[number];

type KeyUsage = Record<KeyUsageName, boolean>;

/** The extensions read here (RFC 5280 §4.2); an absent one is `undefined`, or an empty list. */
export interface Extensions {
  isAuthority: boolean;
  /** How many further authorities may follow below. */
  pathLength?: number;
  keyUsage?: KeyUsage;
  /** OIDs of the extended key usage. */
  purposes?: string[];
  /** Whether the extended key usage is critical, as RFC 3161 §2.3 wants it of a time-stamping authority. */
  purposesCritical?: boolean;
  /** OIDs of the certificate policies. */
  policies: string[];
  subjectKeyId?: Bytes;
  /** GeneralNames. */
  subjectAltName?: Der;
  /** http(s) addresses of the issuer's CRLs, OCSP responders and certificate. */
  crlAddresses: string[];
  ocspAddresses: string[];
  issuerAddresses: string[];
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
  const [, ...octets] = contentOf(value);
  const isSet = (name: KeyUsageName) => {
    const bit = KEY_USAGES.indexOf(name);
    return ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;
  };
  return {
    digitalSignature: isSet('digitalSignature'),
    nonRepudiation: isSet('nonRepudiation'),
    keyEncipherment: isSet('keyEncipherment'),
    dataEncipherment: isSet('dataEncipherment'),
    keyAgreement: isSet('keyAgreement'),
    keyCertSign: isSet('keyCertSign'),
    cRLSign: isSet('cRLSign'),
    encipherOnly: isSet('encipherOnly'),
    decipherOnly: isSet('decipherOnly'),
  };
};

const READERS: Record<string, (value: Der, critical: boolean) => Partial<Extensions>> = {
  [OID.basicConstraints]: readBasicConstraints,
  [OID.keyUsage]: (value) => ({ keyUsage: readKeyUsage(value) }),
  [OID.extendedKeyUsage]: (value, critical) => ({
    purposes: childrenOf(value).map(oidOf),
    purposesCritical: critical,
  }),
  [OID.subjectKeyIdentifier]: (value) => ({ subjectKeyId: octetsOf(value) }),
  [OID.subjectAltName]: (value) => ({ subjectAltName: value }),
  // Any policy is accepted: which ones count is the court's to say.
  [OID.certificatePolicies]: (value) => ({
    policies: childrenOf(value).map((information) => oidOf(fieldsOf(information).next())),
  }),
  [OID.crlDistributionPoints]: (value) => ({ crlAddresses: readCrlAddresses(value) }),
  [OID.authorityInfoAccess]: readAuthorityAccess,
};

/** Reads Extensions; the later of two of one kind counts. Throws `DerError`. */
export const readExtensions = (list: Der | undefined): Extensions => {
  const extensions: Extensions = {
    isAuthority: false,
    policies: [],
    crlAddresses: [],
    ocspAddresses: [],
    issuerAddresses: [],
    unknownCritical: false,
  };
  for (const extension of list ? childrenOf(list) : []) {
    const fields = fieldsOf(extension);
    const reader = READERS[oidOf(fields.next())];
    const flag = fields.optional(TAG.boolean);
    const critical = flag !== undefined && booleanOf(flag);
    const value = readDer(octetsOf(fields.next(TAG.octetString)));
    if (reader) Object.assign(extensions, reader(value, critical));
    else if (critical) extensions.unknownCritical = true;
  }
  return extensions;
};
