import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Certificate } from '../certificate/certificate.ts';
import type { Der } from '../der/reader.ts';
import { octetsOf, oidOf, timeOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import type { SignedAttributes } from './signed-data.ts';
import { isSigningCertificate } from './signing-certificate.ts';

/** What the signed attributes must agree with. */
export interface SignedFile {
  contentType: string;
  /** Digest of the content with the SignerInfo's own hash. */
  digest: Bytes;
}

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

const CHECKED: readonly string[] = [
  OID.contentType,
  OID.messageDigest,
  OID.signingTime,
  OID.signingCertificate,
  OID.signingCertificateV2,
];

/**
 * Checks what the signature alone leaves open: exactly one content-type and one message-digest that agree with the file
 * (RFC 5652 §11.1, §11.2), and a signing certificate, where one is named, that is the signer's (RFC 5035 §3).
 * Gives the signing-time (epoch ms), where there is one. Throws `DerError`.
 */
export const checkAttributes = async (
  attributes: SignedAttributes,
  file: SignedFile,
  certificate: Certificate,
): Promise<Result<number | undefined, 'attributes-invalid' | 'digest-mismatch'>> => {
  const values = readSingleValues(attributes);
  const contentType = values?.get(OID.contentType);
  const messageDigest = values?.get(OID.messageDigest);
  if (!values || !contentType || !messageDigest) return err('attributes-invalid');
  if (!sameBytes(octetsOf(messageDigest), file.digest)) return err('digest-mismatch');
  if (oidOf(contentType) !== file.contentType) return err('attributes-invalid');
  const named = values.get(OID.signingCertificateV2);
  if (named && !(await isSigningCertificate(named, certificate, 'SHA-256'))) {
    return err('attributes-invalid');
  }
  const namedBySha1 = values.get(OID.signingCertificate);
  if (namedBySha1 && !(await isSigningCertificate(namedBySha1, certificate, 'SHA-1'))) {
    return err('attributes-invalid');
  }
  const time = values.get(OID.signingTime);
  return ok(time && timeOf(time));
};
