import { expect, it } from 'vitest';
import { icpFile } from '../../../test/support/icp.ts';
import { type Bytes, bytesOf, toHex, utf8 } from '../../base/bytes.ts';
import {
  algorithm,
  der,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  unsignedInteger,
} from '../der/writer.ts';
import { OID } from '../oids.ts';
import { addTimestamp } from './add-timestamp.ts';
import { openP7s } from './open-p7s.ts';
import { readSignedData } from './signed-data.ts';
import {
  readTimestampAnswer,
  type TimestampQuestion,
  writeTimestampRequest,
} from './timestamp-request.ts';

const content = await icpFile('content.txt');
const question: TimestampQuestion = {
  hash: 'SHA-256',
  digest: new Uint8Array(await crypto.subtle.digest('SHA-256', content)),
  nonce: new Uint8Array([0, 0x81, 2, 3, 4, 5, 6, 7]),
};

it('asks for a stamp of the digest, with a nonce and the certificate, octet by octet', () => {
  expect(toHex(writeTimestampRequest(question))).toBe(
    [
      '3041',
      '020101',
      '302f300b06096086480165030402010420',
      toHex(question.digest),
      // The nonce as a positive INTEGER in the fewest octets.
      '02080081020304050607',
      '0101ff',
    ].join(''),
  );
});

/** An answer whose token is not signed; what it says is all that is looked at here. */
const answer = (said: Partial<TimestampQuestion>, status = 0, extra: Bytes[] = []): Bytes => {
  const { hash, digest, nonce } = { ...question, ...said };
  const info = sequence(
    integer(1),
    oid('1.2.3'),
    sequence(algorithm(hash === 'SHA-256' ? OID.sha256 : OID.sha512), octetString(digest)),
    integer(77),
    der(0x18, utf8('20300102030405Z')),
    ...extra,
    unsignedInteger(nonce),
  );
  const signedData = sequence(
    integer(3),
    setOf(),
    sequence(oid(OID.timestampInfo), tagged(0, octetString(info))),
    setOf(),
  );
  return sequence(sequence(integer(status)), sequence(oid(OID.signedData), tagged(0, signedData)));
};

const faultOf = (bytes: Bytes, asked = question) => {
  const read = readTimestampAnswer(bytes, asked);
  return read.ok ? 'accepted' : read.error;
};

it('takes the token that answers the question', () => {
  expect(faultOf(answer({}))).toBe('accepted');
  expect(faultOf(answer({}, 1))).toBe('accepted');
  const accuracyAndOrdering = [sequence(integer(1)), der(0x01, new Uint8Array([0xff]))];
  expect(faultOf(answer({}, 0, accuracyAndOrdering))).toBe('accepted');
  const read = readTimestampAnswer(answer({}), question);
  expect(read.ok && readSignedData(read.value)?.contentType).toBe(OID.timestampInfo);
});

it('refuses an answer to another question', () => {
  const other = question.digest.with(0, 0);
  expect(faultOf(answer({ digest: other }))).toBe('timestamp-of-another');
  expect(faultOf(answer({ hash: 'SHA-512' }))).toBe('timestamp-of-another');
  expect(faultOf(answer({ nonce: utf8('another') }))).toBe('timestamp-of-another');
});

it('refuses a real token that repeats no nonce', async () => {
  expect(faultOf(await icpFile('timestamp/content.tsr'))).toBe('timestamp-of-another');
});

it('tells a refusal of the authority from an answer that is none', () => {
  expect(faultOf(answer({}, 2))).toBe('timestamp-refused');
  expect(faultOf(sequence(sequence(integer(2))))).toBe('timestamp-refused');
  expect(faultOf(sequence(sequence(integer(0))))).toBe('timestamp-malformed');
  for (const bytes of [new Uint8Array(0), utf8('<html>'), answer({}).slice(0, -1)]) {
    expect(faultOf(bytes)).toBe('timestamp-malformed');
  }
});

it('puts a token beside the signature of one signer, and changes nothing else', async () => {
  const two = await icpFile('cms/two-signers.p7s');
  const token = (await icpFile('timestamp/content.tsr')).slice(9);
  const stamped = await addTimestamp(new Blob([two]), 1, token);
  if (!stamped.ok) throw new Error(stamped.error);
  const [first, second] = readSignedData(await bytesOf(stamped.value))?.signers ?? [];
  expect(first?.unsigned.size).toBe(0);
  expect(second?.unsigned.get(OID.signatureTimestamp)).toHaveLength(1);
  const [was, now] = await Promise.all([new Blob([two]), stamped.value].map(openP7s));
  expect(now?.members.signers[0]).toEqual(was?.members.signers[0]);
  const again = await addTimestamp(stamped.value, 1, token);
  const [, twice] = (again.ok && readSignedData(await bytesOf(again.value))?.signers) || [];
  expect(twice?.unsigned.get(OID.signatureTimestamp)).toHaveLength(2);
});

it('stamps no signer that is not there, and nothing that is no P7S', async () => {
  const attached = await icpFile('cms/attached.p7s');
  const of = (p7s: Bytes, index: number) => addTimestamp(new Blob([p7s]), index, content);
  expect(await of(attached, 1)).toEqual({ ok: false, error: 'no-such-signer' });
  expect(await of(content, 0)).toEqual({ ok: false, error: 'not-signed-data' });
});
