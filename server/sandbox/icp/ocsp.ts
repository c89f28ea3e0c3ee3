import { type Bytes, toHex } from '../../../src/base/bytes.ts';
import {
  attempt,
  childrenOf,
  type Der,
  encodedOf,
  fieldsOf,
  readDer,
} from '../../../src/signing/der/reader.ts';
import { context, contextPrimitive, TAG } from '../../../src/signing/der/tags.ts';
import { der, octetString, oid, sequence, tagged } from '../../../src/signing/der/writer.ts';
import { OID } from '../../../src/signing/oids.ts';
import { namesCertificate, readCertId } from '../../../src/signing/revocation/cert-id.ts';
import type { Authorities } from './authorities.ts';
import type { RevokedCertificate } from './revoked.ts';
import { enumerated, generalizedTime, signedSequence } from './write.ts';

const HOUR = 3_600_000;
const SUCCESSFUL = 0;
const MALFORMED_REQUEST = 1;

const GOOD = der(contextPrimitive(0));
const UNKNOWN = der(contextPrimitive(2));

/** The CertIDs of an OCSPRequest (RFC 6960 §4.1.1). Throws `DerError`. */
const readRequest = (request: Bytes): Der[] => {
  const fields = fieldsOf(fieldsOf(readDer(request)).next(TAG.sequence));
  fields.optional(context(0));
  fields.optional(context(1));
  const list = childrenOf(fields.next(TAG.sequence));
  return list.map((asked) => fieldsOf(asked).next(TAG.sequence));
};

const revokedStatus = ({ since, reason }: RevokedCertificate): Bytes =>
  tagged(1, generalizedTime(since), tagged(0, enumerated(reason)));

/** A SingleResponse about a certificate that the final authority issued. */
const writeStatus = async (
  certId: Der,
  { final }: Authorities,
  revoked: readonly RevokedCertificate[],
  now: number,
): Promise<Bytes> => {
  const id = readCertId(certId);
  const found = revoked.find(({ serialNumber }) => toHex(serialNumber) === toHex(id.serialNumber));
  const isOurs = await namesCertificate(id, id, final.certificate);
  const ofOurs = found ? revokedStatus(found) : GOOD;
  return sequence(
    encodedOf(certId),
    isOurs ? ofOurs : UNKNOWN,
    generalizedTime(now),
    tagged(0, generalizedTime(now + HOUR)),
  );
};

/** Answers an OCSPRequest as a responder that the final authority appointed (RFC 6960 §4.2). `now`: epoch ms. */
export const answerOcsp = async (
  request: Bytes,
  authorities: Authorities,
  revoked: readonly RevokedCertificate[],
  now: number,
): Promise<Bytes> => {
  const asked = attempt(() => readRequest(request));
  if ('broken' in asked) return sequence(enumerated(MALFORMED_REQUEST));
  const statuses = asked.value.map((certId) => writeStatus(certId, authorities, revoked, now));
  const { ocsp } = authorities;
  const data = sequence(
    tagged(1, ocsp.certificate.subjectName),
    generalizedTime(now),
    sequence(...(await Promise.all(statuses))),
  );
  const certificates = tagged(0, sequence(ocsp.certificate.der));
  const basic = await signedSequence(ocsp, data, certificates);
  const response = sequence(oid(OID.basicOcspResponse), octetString(basic));
  return sequence(enumerated(SUCCESSFUL), tagged(0, response));
};
