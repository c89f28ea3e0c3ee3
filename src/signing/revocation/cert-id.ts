import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { readHash } from '../algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { contentOf, type Der, DerError, fieldsOf, readDer } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { bitStringOf, octetsOf, oidOf } from '../der/values.ts';
import * as write from '../der/writer.ts';
import { OID } from '../oids.ts';

/** CertID (RFC 6960 §4.1.1): which certificate is asked about, by hashes of its issuer's name and key. */
export interface CertId {
  hash: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  issuerNameHash: Bytes;
  issuerKeyHash: Bytes;
  /** INTEGER octets. */
  serialNumber: Bytes;
}

const digest = async (hash: CertId['hash'], data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(hash, data));

/** Hash of a public key without its algorithm and the count of unused bits, as OCSP wants it. */
export const keyHashOf = async (
  { publicKey }: Certificate,
  hash: CertId['hash'],
): Promise<Bytes> => {
  const fields = fieldsOf(readDer(publicKey.spki));
  fields.next(TAG.sequence);
  return digest(hash, bitStringOf(fields.next()));
};

const issuerHashes = async (issuer: Certificate, hash: CertId['hash']) => ({
  issuerNameHash: await digest(hash, issuer.subjectName),
  issuerKeyHash: await keyHashOf(issuer, hash),
});

/** CertID with SHA-1, the only one that every responder understands; nothing rests on its strength. */
export const writeCertId = async (
  { serialNumber }: Pick<Certificate, 'serialNumber'>,
  issuer: Certificate,
): Promise<Bytes> => {
  const { issuerNameHash, issuerKeyHash } = await issuerHashes(issuer, 'SHA-1');
  return write.sequence(
    write.algorithm(OID.sha1, write.derNull),
    write.octetString(issuerNameHash),
    write.octetString(issuerKeyHash),
    write.der(TAG.integer, serialNumber),
  );
};

const readCertIdHash = (identifier: Der): CertId['hash'] => {
  if (oidOf(fieldsOf(identifier).next()) === OID.sha1) return 'SHA-1';
  const hash = readHash(identifier);
  if (!hash.ok) throw new DerError('malformed');
  return hash.value;
};

/** Throws `DerError`, also for a hash that nobody here knows. */
export const readCertId = (node: Der): CertId => {
  const fields = fieldsOf(node);
  return {
    hash: readCertIdHash(fields.next(TAG.sequence)),
    issuerNameHash: octetsOf(fields.next(TAG.octetString)),
    issuerKeyHash: octetsOf(fields.next(TAG.octetString)),
    serialNumber: contentOf(fields.next(TAG.integer)),
  };
};

export const namesCertificate = async (
  id: CertId,
  { serialNumber }: Pick<Certificate, 'serialNumber'>,
  issuer: Certificate,
): Promise<boolean> => {
  if (!sameBytes(id.serialNumber, serialNumber)) return false;
  const { issuerNameHash, issuerKeyHash } = await issuerHashes(issuer, id.hash);
  return sameBytes(id.issuerNameHash, issuerNameHash) && sameBytes(id.issuerKeyHash, issuerKeyHash);
};
