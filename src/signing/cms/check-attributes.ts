import { type Bytes, sameBytes } from '../../base/bytes.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { type Der, DerError } from '../der/reader.ts';
import { octetsOf, oidOf, timeOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import type { SignedAttributes } from './signed-data.ts';
import { isSigningCertificate } from './signing-certificate.ts';

/** What the signed attributes must agree with. */
interface SignedFile {
  /** Absent for a counter-signature, which must not name one (RFC 5652 §11.4). */
  contentType?: string | undefined;
  /** Digest of the content with the SignerInfo's own hash. */
  digest: Bytes;
  /** The signer's, where it is known. */
  certificate?: Certificate | undefined;
}

export interface CheckedAttributes {
  faults: ('attributes-invalid' | 'digest-mismatch')[];
  /** Epoch ms of the signing-time; a claim. */
  signingTime?: number;
}

const CHECKED: readonly string[] = [
  OID.contentType,
  OID.messageDigest,
  OID.signingTime,
  OID.signingCertificate,
  OID.signingCertificateV2,
  OID.signaturePolicy,
];

/** The value of each attribute looked at; `undefined` where one of them is doubled. */
const readSingleValues = ({ valuesByType }: SignedAttributes) => {
  const values = new Map<string, Der>();
  for (const type of CHECKED) {
    const [first, ...others] = valuesByType.get(type) ?? [[]];
    const [value, ...more] = first ?? [];
    if (others.length > 0 || more.length > 0) return undefined;
    if (value) values.set(type, value);
  }
  return values;
};

const check = async (
  attributes: SignedAttributes,
  { contentType, digest, certificate }: SignedFile,
): Promise<CheckedAttributes> => {
  const faults: CheckedAttributes['faults'] = [];
  const values = readSingleValues(attributes);
  const messageDigest = values?.get(OID.messageDigest);
  if (!values || !messageDigest) return { faults: ['attributes-invalid'] };
  if (!sameBytes(octetsOf(messageDigest), digest)) faults.push('digest-mismatch');
  const named = values.get(OID.contentType);
  if ((named && oidOf(named)) !== contentType) faults.push('attributes-invalid');
  for (const [type, hash] of SIGNING_CERTIFICATES) {
    const value = values.get(type);
    if (value && certificate && !(await isSigningCertificate(value, certificate, hash)))
      faults.push('attributes-invalid');
  }
  const time = values.get(OID.signingTime);
  return time ? { faults, signingTime: timeOf(time) } : { faults };
};

const SIGNING_CERTIFICATES = [
  [OID.signingCertificateV2, 'SHA-256'],
  [OID.signingCertificate, 'SHA-1'],
] as const;

/**
 * Checks what the signature alone leaves open: exactly one content-type and one message-digest that agree with the file
 * (RFC 5652 §11.1, §11.2), and a signing certificate, where one is named, that is the signer's (RFC 5035 §3).
 */
export const checkAttributes = async (
  attributes: SignedAttributes,
  file: SignedFile,
): Promise<CheckedAttributes> => {
  try {
    return await check(attributes, file);
  } catch (error) {
    if (error instanceof DerError) return { faults: ['attributes-invalid'] };
    throw error;
  }
};
