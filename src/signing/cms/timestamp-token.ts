import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { type Hash, readHash } from '../algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { attempt, DerError, fieldsOf, readDer } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { octetsOf, timeOf } from '../der/values.ts';
import { OID } from '../oids.ts';
import type { SignatureFault } from '../verification.ts';
import {
  type CheckedSigner,
  checkSigner,
  type SignedContent,
  signedContent,
} from './check-signer.ts';
import { readSignedData, type SignedData } from './signed-data.ts';

/** A time-stamp token (RFC 3161 §2.4.2); nothing of it is checked. */
export interface TimestampToken {
  signedData: SignedData;
  /** TSTInfo, DER. */
  info: Bytes;
  /** Digest of what was stamped. */
  imprint: { hash: Hash; digest: Bytes };
  /** genTime, epoch ms. */
  time: number;
}

const read = (token: Bytes): TimestampToken => {
  const signedData = readSignedData(token);
  const info = signedData?.content;
  if (!signedData || !info || signedData.contentType !== OID.timestampInfo)
    throw new DerError('malformed');
  const fields = fieldsOf(readDer(info));
  fields.next(TAG.integer);
  fields.next(TAG.oid);
  const imprint = fieldsOf(fields.next());
  const hash = readHash(imprint.next());
  if (!hash.ok) throw new DerError('malformed');
  const digest = octetsOf(imprint.next(TAG.octetString));
  fields.next(TAG.integer);
  const time = timeOf(fields.next(TAG.generalizedTime));
  return { signedData, info, imprint: { hash: hash.value, digest }, time };
};

/** Reads a token; `undefined` where the bytes are none, or its digest is one that is not accepted. */
export const readTimestampToken = (token: Bytes): TimestampToken | undefined => {
  const outcome = attempt(() => read(token));
  return 'value' in outcome ? outcome.value : undefined;
};

/** Whether a certificate may sign time stamps: a critical extended key usage names that and nothing else (RFC 3161 §2.3). */
export const mayStampTime = ({ extensions }: Certificate): boolean => {
  const { purposes, purposesCritical } = extensions;
  return purposesCritical === true && purposes?.length === 1 && purposes[0] === OID.timeStamping;
};

const namesItsSigner = ({ attributes }: SignedData['signers'][number]): boolean =>
  [OID.signingCertificate, OID.signingCertificateV2].some((type) =>
    attributes?.valuesByType.has(type),
  );

/**
 * Checks a token over what it should stamp: imprint, its one signature, the signing certificate that this has to name
 * (RFC 3161 §2.4.2) and what that may do. The chain is not looked at.
 */
export const checkTimestampToken = async (
  { signedData, info, imprint }: TimestampToken,
  stamped: SignedContent,
  certificates: readonly Certificate[],
): Promise<CheckedSigner> => {
  const [signer, ...others] = signedData.signers;
  if (!signer || others.length > 0) return { faults: ['no-signature'] };
  const content = signedContent(info, signedData.contentType);
  const checked = await checkSigner(signer, content, certificates);
  const faults: SignatureFault[] = [...checked.faults];
  if (!sameBytes(await stamped.digest(imprint.hash), imprint.digest))
    faults.push('digest-mismatch');
  if (!namesItsSigner(signer)) faults.push('attributes-invalid');
  if (checked.certificate && !mayStampTime(checked.certificate))
    faults.push('certificate-not-for-signing');
  return { ...checked, faults };
};
