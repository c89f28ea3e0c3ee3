import { type Bytes, join } from '../../../src/base/bytes.ts';
import { signatureIdentifier } from '../../../src/signing/algorithm.ts';
import type { SigningKeys } from '../../../src/signing/cms/signing-keys.ts';
import { TAG } from '../../../src/signing/der/tags.ts';
import {
  der,
  integer,
  octetString,
  oid,
  sequence,
  tagged,
  time,
} from '../../../src/signing/der/writer.ts';
import { OID } from '../../../src/signing/oids.ts';
import type { RevokedCertificate } from './revoked.ts';
import { enumerated, signedSequence } from './write.ts';

const DAY = 86_400_000;
const CRL_NUMBER = '2.5.29.20';

const extension = (dotted: string, value: Bytes): Bytes =>
  sequence(oid(dotted), octetString(value));

const entry = ({ serialNumber, since, reason }: RevokedCertificate): Bytes =>
  sequence(
    der(TAG.integer, serialNumber),
    time(since),
    sequence(extension(OID.reasonCode, enumerated(reason))),
  );

/** A CRL (RFC 5280 §5.1) made at an instant (epoch ms) and good for a day. */
export const writeCrl = (
  issuer: SigningKeys,
  revoked: readonly RevokedCertificate[],
  now: number,
): Promise<Bytes> => {
  const list = sequence(
    integer(1),
    signatureIdentifier(issuer.certificate.publicKey, 'SHA-256'),
    issuer.certificate.subjectName,
    time(now),
    time(now + DAY),
    // RFC 5280 §5.1.2.6: no empty list.
    ...(revoked.length > 0 ? [der(TAG.sequence, join(revoked.map(entry)))] : []),
    tagged(0, sequence(extension(CRL_NUMBER, integer(Math.floor(now / 1000))))),
  );
  return signedSequence(issuer, list);
};
