import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, toHex } from '../../base/bytes.ts';
import {
  attempt,
  contentOf,
  type Der,
  DerError,
  encodedOf,
  fieldsOf,
  onlyChildOf,
  readDer,
} from '../der/reader.ts';
import { context, contextPrimitive, TAG } from '../der/tags.ts';
import { bitStringOf, timeOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import { type PublicKey, readPublicKey } from '../public-key.ts';
import type { CertificateSummary } from '../signer.ts';
import { type Extensions, readExtensions } from './extensions.ts';
import { readHolder } from './holder.ts';
import { shownNameOf } from './name.ts';

/** An X.509 certificate (RFC 5280 §4.1) with what signing and chains need of it. */
export interface Certificate extends CertificateSummary {
  der: Bytes;
  /** INTEGER octets of the serial number. */
  serialNumber: Bytes;
  /** Names in DER, compared octet by octet. */
  issuerName: Bytes;
  subjectName: Bytes;
  publicKey: PublicKey;
  extensions: Extensions;
  /** What the issuer signed, and how. */
  signed: { data: Bytes; algorithm: Der; signature: Bytes };
}

const readTbs = (tbs: Der) => {
  const fields = fieldsOf(tbs);
  fields.optional(context(0));
  const serialNumber = contentOf(fields.next(TAG.integer));
  const algorithm = fields.next(TAG.sequence);
  const issuer = fields.next(TAG.sequence);
  const validity = fieldsOf(fields.next());
  const subject = fields.next(TAG.sequence);
  const publicKey = readPublicKey(fields.next(TAG.sequence));
  fields.optional(contextPrimitive(1));
  fields.optional(contextPrimitive(2));
  const extensions = fields.optional(context(3));
  const [notBefore, notAfter] = [timeOf(validity.next()), timeOf(validity.next())];
  return { serialNumber, algorithm, issuer, notBefore, notAfter, subject, publicKey, extensions };
};

const read = (der: Bytes): Certificate => {
  const outer = readDer(der);
  if (outer.end !== der.length) throw new DerError('malformed');
  const fields = fieldsOf(outer);
  const tbsNode = fields.next(TAG.sequence);
  const algorithm = fields.next(TAG.sequence);
  const signature = bitStringOf(fields.next());
  const tbs = readTbs(tbsNode);
  // RFC 5280 §4.1.1.2: both places must name the same algorithm.
  if (toHex(encodedOf(tbs.algorithm)) !== toHex(encodedOf(algorithm))) {
    throw new DerError('malformed');
  }
  const extensions = readExtensions(tbs.extensions && onlyChildOf(tbs.extensions));
  return {
    der,
    holder: readHolder(tbs.subject, extensions.subjectAltName),
    issuer: shownNameOf(tbs.issuer),
    notBefore: tbs.notBefore,
    notAfter: tbs.notAfter,
    fingerprint: toHex(sha256(der)),
    serialNumber: tbs.serialNumber,
    issuerName: encodedOf(tbs.issuer),
    subjectName: encodedOf(tbs.subject),
    publicKey: tbs.publicKey,
    extensions,
    signed: { data: encodedOf(tbsNode), algorithm, signature },
  };
};

/** Reads a DER certificate; `undefined` where the bytes are none. */
export const readCertificate = (der: Bytes): Certificate | undefined => {
  const outcome = attempt(() => read(der));
  return 'value' in outcome ? outcome.value : undefined;
};

/** Reads those of the byte strings that are certificates. */
export const readCertificates = (ders: readonly Bytes[]): Certificate[] =>
  ders.map(readCertificate).filter((certificate) => certificate !== undefined);

/** What is shown and kept of a certificate, and nothing more of it. */
export const summaryOf = (certificate: CertificateSummary): CertificateSummary => {
  const { holder, issuer, notBefore, notAfter, fingerprint } = certificate;
  return { holder, issuer, notBefore, notAfter, fingerprint };
};

export type Validity = 'valid' | 'expired' | 'not-yet-valid';

/** Where an instant (epoch ms) lies in the certificate's time. */
export const validityAt = (certificate: CertificateSummary, now: number): Validity => {
  if (now < certificate.notBefore) return 'not-yet-valid';
  // notAfter names its last valid second (RFC 5280 §4.1.2.5).
  return now < certificate.notAfter + 1000 ? 'valid' : 'expired';
};

const SIGNING_PURPOSES: readonly string[] = [
  OID.anyExtendedKeyUsage,
  OID.clientAuth,
  OID.emailProtection,
  OID.documentSigning,
];

/**
 * Whether key usage and extended key usage let a certificate sign documents: digitalSignature or nonRepudiation, and a
 * person's purpose, not a server's, a time stamp's or an OCSP responder's.
 */
export const maySignDocuments = ({ extensions }: Certificate): boolean => {
  const { keyUsage, purposes } = extensions;
  const usageAllows =
    keyUsage === undefined || keyUsage.digitalSignature || keyUsage.nonRepudiation;
  return usageAllows && (purposes?.some((purpose) => SIGNING_PURPOSES.includes(purpose)) ?? true);
};
