import { type Bytes, sameBytes } from '../../base/bytes.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { childrenOf, contentOf, type Der, fieldsOf } from '../der/reader.ts';
import { context, TAG } from '../der/tags.ts';
import { octetsOf, oidOf } from '../der/values.ts';
import { der, octetString, sequence, tagged } from '../der/writer.ts';
import { OID } from '../oids.ts';

const HASHES: Record<string, string> = {
  [OID.sha1]: 'SHA-1',
  [OID.sha256]: 'SHA-256',
  [OID.sha384]: 'SHA-384',
  [OID.sha512]: 'SHA-512',
};

const digestOf = async (hash: string, data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(hash, data));

/** SigningCertificateV2 naming one certificate by SHA-256, issuer and serial number (RFC 5035 §3). */
export const writeSigningCertificate = async (certificate: Certificate): Promise<Bytes> => {
  const digest = octetString(await digestOf('SHA-256', certificate.der));
  // GeneralNames with one directoryName, which is [4] EXPLICIT because Name is a CHOICE.
  const issuer = sequence(tagged(4, certificate.issuerName));
  const serialNumber = der(TAG.integer, certificate.serialNumber);
  return sequence(sequence(sequence(digest, sequence(issuer, serialNumber))));
};

const namesIssuerAndSerial = (issuerSerial: Der, certificate: Certificate): boolean => {
  const fields = fieldsOf(issuerSerial);
  const [issuer] = childrenOf(fields.next(TAG.sequence));
  return (
    issuer?.tag === context(4) &&
    sameBytes(contentOf(issuer), certificate.issuerName) &&
    sameBytes(contentOf(fields.next(TAG.integer)), certificate.serialNumber)
  );
};

/**
 * Whether the first entry of a SigningCertificate (`defaultHash` SHA-1) or SigningCertificateV2 (SHA-256) is this
 * certificate (RFC 5035 §3-§6). Throws `DerError`.
 */
export const isSigningCertificate = async (
  attributeValue: Der,
  certificate: Certificate,
  defaultHash: 'SHA-1' | 'SHA-256',
): Promise<boolean> => {
  const id = fieldsOf(fieldsOf(fieldsOf(attributeValue).next()).next());
  const identifier = id.optional(TAG.sequence);
  const hash = identifier ? HASHES[oidOf(fieldsOf(identifier).next())] : defaultHash;
  if (!hash) return false;
  const named = octetsOf(id.next(TAG.octetString));
  if (!sameBytes(named, await digestOf(hash, certificate.der))) return false;
  const issuerSerial = id.optional(TAG.sequence);
  return !issuerSerial || namesIssuerAndSerial(issuerSerial, certificate);
};
