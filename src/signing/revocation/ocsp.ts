import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { verifySignature } from '../algorithm.ts';
import { type Certificate, readCertificates, validityAt } from '../certificate/certificate.ts';
import { OID } from '../oids.ts';
import { keyHashOf, namesCertificate } from './cert-id.ts';
import { type OcspResponse, readOcspResponse } from './ocsp-response.ts';
import type { Statement } from './statement.ts';

/** How long an answer without `nextUpdate` holds: its responder has newer ones all the time (RFC 6960 §4.2.2.1). */
const WITHOUT_NEXT_UPDATE_MS = 24 * 60 * 60 * 1000;

const isResponder = async (
  certificate: Certificate,
  responder: OcspResponse['responder'],
): Promise<boolean> =>
  responder.by === 'name'
    ? sameBytes(certificate.subjectName, responder.name)
    : sameBytes(await keyHashOf(certificate, 'SHA-1'), responder.keyHash);

/**
 * Whether a certificate may answer for an issuer at an instant (RFC 6960 §4.2.2.2): the issuer itself, or whom it
 * issued a certificate for nothing but that. Whether the responder's own certificate was revoked is not asked.
 */
const mayAnswerFor = async (
  issuer: Certificate,
  responder: Certificate,
  at: number,
): Promise<boolean> => {
  if (responder.fingerprint === issuer.fingerprint) return true;
  const { purposes, keyUsage, unknownCritical } = responder.extensions;
  if (!purposes?.includes(OID.ocspSigning) || keyUsage?.digitalSignature === false) return false;
  if (unknownCritical || validityAt(responder, at) !== 'valid') return false;
  if (!sameBytes(responder.issuerName, issuer.subjectName)) return false;
  const { algorithm, signature, data } = responder.signed;
  return (await verifySignature(issuer.publicKey, algorithm, signature, data)) === 'valid';
};

const isSignedFor = async (
  { signed, responder, certificates }: OcspResponse,
  issuer: Certificate,
  candidates: readonly Certificate[],
  issuedAt: number,
): Promise<boolean> => {
  const { algorithm, signature, data } = signed;
  for (const signer of [issuer, ...readCertificates(certificates), ...candidates]) {
    if (!(await isResponder(signer, responder))) continue;
    if (!(await mayAnswerFor(issuer, signer, issuedAt))) continue;
    const verdict = await verifySignature(signer.publicKey, algorithm, signature, data);
    if (verdict === 'valid') return true;
  }
  return false;
};

const statusOf = async (
  { statuses }: OcspResponse,
  certificate: Certificate,
  issuer: Certificate,
) => {
  for (const status of statuses) {
    if (await namesCertificate(status.id, certificate, issuer)) return status;
  }
  return undefined;
};

/**
 * What an OCSP answer says of a certificate; `undefined` where it speaks of others, or is not to be relied on.
 * `candidates` are certificates among which the responder's may be, beside those in the answer.
 */
export const statementOfOcsp = async (
  der: Bytes,
  certificate: Certificate,
  issuer: Certificate,
  candidates: readonly Certificate[],
): Promise<Statement | undefined> => {
  const response = readOcspResponse(der);
  const status = response && (await statusOf(response, certificate, issuer));
  if (!response || !status) return undefined;
  const { thisUpdate, nextUpdate = thisUpdate + WITHOUT_NEXT_UPDATE_MS, revoked } = status;
  if (!(await isSignedFor(response, issuer, candidates, thisUpdate))) return undefined;
  return { issuedAt: thisUpdate, until: nextUpdate, ...(revoked && { revoked }) };
};
