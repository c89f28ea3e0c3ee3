import { expect, it, vi } from 'vitest';
import { extension, signCrl } from '../../../test/support/crl.ts';
import { icpCertificate, icpFile } from '../../../test/support/icp.ts';
import { TAG } from '../der/tags.ts';
import * as write from '../der/writer.ts';
import { readCrl, statementOfCrl } from './crl.ts';

const [ac2, ac1, raiz, ecpf, revoked] = await Promise.all(
  ['ac2', 'ac1', 'raiz', 'ecpf', 'revoked'].map(icpCertificate),
);
if (!ac2 || !ac1 || !raiz || !ecpf || !revoked) throw new Error('certificates are missing');

const MADE = Date.UTC(2026, 10, 22);
const times = { thisUpdate: MADE, nextUpdate: MADE + 86_400_000 };
const serials = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    serialNumber: Uint8Array.of(0x40, i >> 8, i & 0xff, 7),
    since: MADE - i * 1000,
  }));

it('finds the certificate that openssl’s list names, and when and why it was revoked', async () => {
  const crl = await icpFile('revocation/ac2.crl');
  const { issuedAt, until, revoked: found } = (await statementOfCrl(crl, revoked, ac2)) ?? {};
  expect(found).toEqual({ since: Date.UTC(2026, 10, 22, 1, 12, 17), reason: 1 });
  expect(issuedAt).toBe(Date.UTC(2026, 10, 22, 1, 12, 17));
  expect(until).toBe(Date.UTC(2051, 10, 16, 1, 12, 17));
});

it('tells that a certificate is not on the list', async () => {
  const crl = await icpFile('revocation/ac2.crl');
  const statement = await statementOfCrl(crl, ecpf, ac2);
  expect(statement).toBeDefined();
  expect(statement).not.toHaveProperty('revoked');
  expect(await statementOfCrl(await icpFile('revocation/raiz.crl'), ac1, raiz)).toBeDefined();
});

it('does not believe a list that an impostor made in the name of the root', async () => {
  expect(await statementOfCrl(await icpFile('revocation/impostor.crl'), ac1, raiz)).toBeUndefined();
});

it('does not believe a list of another authority', async () => {
  expect(await statementOfCrl(await icpFile('revocation/ac1.crl'), ecpf, ac2)).toBeUndefined();
});

it('does not believe a list that was changed after it was signed', async () => {
  const crl = await icpFile('revocation/ac2.crl');
  const at = crl.length - 600;
  crl[at] = (crl[at] ?? 0) ^ 1;
  expect(await statementOfCrl(crl, revoked, ac2)).toBeUndefined();
});

it('does not believe an authority that may not sign lists', async () => {
  const { keyUsage } = ecpf.extensions;
  const other = { ...ac2, extensions: { ...ac2.extensions, ...(keyUsage && { keyUsage }) } };
  expect(await statementOfCrl(await icpFile('revocation/ac2.crl'), ecpf, other)).toBeUndefined();
});

it('finds one serial number among many, wherever it stands', async () => {
  const { serialNumber } = ecpf;
  for (const before of [0, 1, 299]) {
    const entries = serials(300);
    entries.splice(before, 0, { serialNumber, since: MADE - 5000 });
    const crl = await signCrl({ ...times, entries });
    expect((await statementOfCrl(crl, ecpf, ac2))?.revoked).toEqual({
      since: MADE - 5000,
      reason: 0,
    });
  }
});

it('does not take the end of a longer serial number for the one it looks for', async () => {
  const serialNumber = Uint8Array.of(1, ...ecpf.serialNumber);
  const crl = await signCrl({ ...times, entries: [{ serialNumber, since: MADE }] });
  expect(await statementOfCrl(crl, ecpf, ac2)).toEqual({ issuedAt: MADE, until: times.nextUpdate });
});

it('reads entries that are longer than one octet of length can say', async () => {
  const long = extension('1.2.3.4', false, new Uint8Array(200));
  const crl = await signCrl({
    ...times,
    entries: [
      { ...serials(1)[0], serialNumber: Uint8Array.of(9), since: MADE, extensions: [long] },
      { serialNumber: ecpf.serialNumber, since: MADE, reason: 4, extensions: [long] },
    ],
  });
  expect((await statementOfCrl(crl, ecpf, ac2))?.revoked).toEqual({ since: MADE, reason: 4 });
});

it('checks the signature of a list once for all certificates of its issuer, and for each issuer', async () => {
  const crl = await signCrl({ ...times, entries: serials(2) });
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const statements = [ecpf, ecpf, ac2].map((each) => statementOfCrl(crl, each, ac2));
  for (const statement of await Promise.all(statements)) expect(statement).toBeDefined();
  expect(verify).toHaveBeenCalledTimes(1);
  expect(
    await statementOfCrl(crl, ecpf, { ...ac2, fingerprint: 'other', publicKey: ecpf.publicKey }),
  ).toBeUndefined();
  expect(verify).toHaveBeenCalledTimes(2);
  verify.mockRestore();
});

it('takes a certificate that was taken off the list as not revoked', async () => {
  const { serialNumber } = ecpf;
  const crl = await signCrl({ ...times, entries: [{ serialNumber, since: MADE, reason: 8 }] });
  expect(await statementOfCrl(crl, ecpf, ac2)).not.toHaveProperty('revoked');
});

const deltaIndicator = extension('2.5.29.27', true, write.integer(1));
const onlyUsers = extension(
  '2.5.29.28',
  true,
  write.sequence(write.der(0x81, Uint8Array.of(0xff))),
);

it.each([
  ['only changes (a delta list)', [deltaIndicator]],
  ['only a part of the certificates', [onlyUsers]],
  ['something critical that nobody here knows', [extension('1.2.3.4', true, write.derNull)]],
])('takes no comfort from a list that holds %s', async (_, extensions) => {
  const crl = await signCrl({ ...times, extensions });
  expect(await statementOfCrl(crl, ecpf, ac2)).toBeUndefined();
});

it('does not mind extensions that are not critical', async () => {
  const number = extension('2.5.29.20', false, write.integer(7));
  const crl = await signCrl({ ...times, extensions: [number] });
  expect(await statementOfCrl(crl, ecpf, ac2)).toBeDefined();
});

it('does not believe an entry that speaks of another authority’s certificate', async () => {
  const issuer = extension('2.5.29.29', true, write.sequence());
  const { serialNumber } = ecpf;
  const entries = [{ serialNumber, since: MADE, extensions: [issuer] }];
  expect(await statementOfCrl(await signCrl({ ...times, entries }), ecpf, ac2)).toBeUndefined();
});

it('does not believe a list that does not say when the next one comes', async () => {
  expect(readCrl(await signCrl({ thisUpdate: MADE }))).toBeUndefined();
});

it.each([
  ['is no entry', write.derNull],
  ['holds no serial number', write.sequence(write.time(MADE))],
  ['reaches beyond the list', Uint8Array.of(TAG.sequence, 0x60, TAG.integer, 1, 9)],
  ['is empty', write.sequence()],
])('takes no comfort from a list of which something %s', async (_, broken) => {
  for (const entries of [[broken], [...serials(3), broken]]) {
    expect(await statementOfCrl(await signCrl({ ...times, entries }), ecpf, ac2)).toBeUndefined();
  }
});
