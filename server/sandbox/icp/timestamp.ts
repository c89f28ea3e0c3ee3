import type { Bytes } from '../../../src/base/bytes.ts';
import { readHash } from '../../../src/signing/algorithm.ts';
import { signedContent } from '../../../src/signing/cms/check-signer.ts';
import {
  hashIdentifier,
  planSigner,
  writeSignerInfo,
} from '../../../src/signing/cms/signer-info.ts';
import {
  attempt,
  type Der,
  encodedOf,
  fieldsOf,
  readDer,
} from '../../../src/signing/der/reader.ts';
import { TAG } from '../../../src/signing/der/tags.ts';
import { booleanOf } from '../../../src/signing/der/values.ts';
import {
  der,
  derSorted,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  unsignedInteger,
} from '../../../src/signing/der/writer.ts';
import { OID } from '../../../src/signing/oids.ts';
import { type Authorities, chainAbove } from './authorities.ts';
import { generalizedTime } from './write.ts';

/** DOC-ICP-13: policy of a time stamp; 999 is nobody's number. */
const POLICY = '2.16.76.1.6.999';

const GRANTED = 0;
const REJECTION = 2;
/** Bits of PKIFailureInfo. */
const BAD_ALGORITHM = 0;
const BAD_DATA_FORMAT = 5;

interface TimestampRequest {
  imprint: Der;
  nonce: Der | undefined;
  wantsCertificate: boolean;
}

const readRequest = (request: Bytes): TimestampRequest => {
  const fields = fieldsOf(readDer(request));
  fields.next(TAG.integer);
  const imprint = fields.next(TAG.sequence);
  fields.optional(TAG.oid);
  const nonce = fields.optional(TAG.integer);
  const wish = fields.optional(TAG.boolean);
  return { imprint, nonce, wantsCertificate: wish !== undefined && booleanOf(wish) };
};

const rejection = (bit: number): Bytes => {
  const failure = der(TAG.bitString, Uint8Array.of(7 - bit, 0x80 >> bit));
  return sequence(sequence(integer(REJECTION), failure));
};

const newSerialNumber = (): Bytes => unsignedInteger(crypto.getRandomValues(new Uint8Array(8)));

/** TSTInfo: these bytes existed at this second, more or less one (RFC 3161 §2.4.2). */
const writeInfo = ({ imprint, nonce }: TimestampRequest, now: number): Bytes =>
  sequence(
    integer(1),
    oid(POLICY),
    encodedOf(imprint),
    newSerialNumber(),
    generalizedTime(now),
    sequence(integer(1)),
    ...(nonce ? [encodedOf(nonce)] : []),
  );

const writeToken = async (
  info: Bytes,
  authorities: Authorities,
  wantsCertificate: boolean,
  now: number,
): Promise<Bytes> => {
  const { act } = authorities;
  const above = chainAbove(authorities);
  const plan = planSigner(act, above, 'CAdES', { now, level: 'BES' });
  const signer = await writeSignerInfo(plan, signedContent(info, OID.timestampInfo));
  const signedData = sequence(
    integer(3),
    setOf(hashIdentifier('SHA-256')),
    sequence(oid(OID.timestampInfo), tagged(0, octetString(info))),
    ...(wantsCertificate ? [tagged(0, ...derSorted([act.certificate.der, ...above]))] : []),
    setOf(signer),
  );
  return sequence(oid(OID.signedData), tagged(0, signedData));
};

/** Answers a TimeStampReq (RFC 3161 §2.4). `now`: epoch ms. */
export const answerTimestamp = async (
  request: Bytes,
  authorities: Authorities,
  now: number,
): Promise<Bytes> => {
  const asked = attempt(() => {
    const read = readRequest(request);
    return { ...read, hash: readHash(fieldsOf(read.imprint).next(TAG.sequence)) };
  });
  if ('broken' in asked) return rejection(BAD_DATA_FORMAT);
  if (!asked.value.hash.ok) return rejection(BAD_ALGORITHM);
  const info = writeInfo(asked.value, now);
  const token = await writeToken(info, authorities, asked.value.wantsCertificate, now);
  return sequence(sequence(integer(GRANTED)), token);
};
