import { expect, it } from 'vitest';
import { icpCertificate, icpFile } from '../../../test/support/icp.ts';
import { toHex } from '../../base/bytes.ts';
import { statementOfOcsp } from './ocsp.ts';
import { writeOcspRequest } from './ocsp-request.ts';
import { readOcspResponse } from './ocsp-response.ts';

const [ac2, ac1, ecpf, revoked, ocsp] = await Promise.all(
  ['ac2', 'ac1', 'ecpf', 'revoked', 'ocsp'].map(icpCertificate),
);
if (!ac2 || !ac1 || !ecpf || !revoked || !ocsp) throw new Error('certificates are missing');

const answer = (name: string) => icpFile(`revocation/${name}.ocsp`);
const MADE = Date.UTC(2026, 10, 22, 1, 12, 17);
const UNTIL = Date.UTC(2051, 10, 16, 1, 12, 17);

it.each(['good', 'by-the-authority'])('believes openssl’s answer %s', async (name) => {
  const statement = await statementOfOcsp(await answer(name), ecpf, ac2, []);
  expect(statement).toEqual({ issuedAt: MADE, until: UNTIL });
});

it('tells since when and why a certificate is revoked', async () => {
  const statement = await statementOfOcsp(await answer('revoked'), revoked, ac2, []);
  expect(statement).toEqual({ issuedAt: MADE, until: UNTIL, revoked: { since: MADE, reason: 1 } });
});

it('does not believe a person who answers in place of the authority', async () => {
  expect(await statementOfOcsp(await answer('by-a-person'), ecpf, ac2, [])).toBeUndefined();
});

it('does not take the answer on one certificate for another’s', async () => {
  expect(await statementOfOcsp(await answer('good'), revoked, ac2, [])).toBeUndefined();
  expect(await statementOfOcsp(await answer('good'), ecpf, ac1, [])).toBeUndefined();
});

it('does not believe an answer that was changed after it was signed', async () => {
  const changed = await answer('revoked');
  // The status in place of its tag: revoked [1] becomes good [0].
  const hex = toHex(changed);
  const at = hex.indexOf('a116180f') / 2;
  expect(at).toBeGreaterThan(0);
  changed[at + 6] = (changed[at + 6] ?? 0) ^ 1;
  expect(await statementOfOcsp(changed, revoked, ac2, [])).toBeUndefined();
});

it('does not believe a responder whose certificate was out of its time', async () => {
  const response = readOcspResponse(await answer('good'));
  const own = response?.certificates[0];
  expect(own && toHex(own)).toBe(toHex(ocsp.der));
  // Only the candidates' copy is tried where the answer brings none.
  const bare = await answer('good');
  const start = toHex(bare).indexOf(toHex(ocsp.der)) / 2;
  bare[start + 20] = (bare[start + 20] ?? 0) ^ 0xff;
  expect(await statementOfOcsp(bare, ecpf, ac2, [])).toBeUndefined();
  expect(await statementOfOcsp(bare, ecpf, ac2, [ocsp])).toBeDefined();
  const expired = { ...ocsp, notAfter: Date.UTC(2026, 0, 1) };
  expect(await statementOfOcsp(bare, ecpf, ac2, [expired])).toBeUndefined();
});

it('gives up on answers cut anywhere, and on other bytes', async () => {
  const whole = await answer('good');
  for (let size = 0; size < whole.length; size += 7) {
    expect(readOcspResponse(whole.slice(0, size))).toBeUndefined();
  }
  // tryLater (3), without an answer.
  expect(readOcspResponse(Uint8Array.of(0x30, 3, 0x0a, 1, 3))).toBeUndefined();
});

it('asks as openssl does', async () => {
  const request = toHex(await writeOcspRequest(ecpf, ac2));
  const id = readOcspResponse(await answer('good'))?.statuses[0]?.id;
  if (!id) throw new Error('no answer');
  const sha1 = '300906052b0e03021a0500';
  const name = `0414${toHex(id.issuerNameHash)}`;
  const key = `0414${toHex(id.issuerKeyHash)}`;
  const serial = `0209${toHex(id.serialNumber)}`;
  const certId = `3042${sha1}${name}${key}${serial}`;
  expect(request).toContain(`${sha1}${name}${key}${serial}`);
  expect(request.endsWith(certId.slice(4))).toBe(true);
});
