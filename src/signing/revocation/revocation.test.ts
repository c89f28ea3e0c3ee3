import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signCrl } from '../../../test/support/crl.ts';
import { icpCertificate, icpFile } from '../../../test/support/icp.ts';
import type { Bytes } from '../../base/bytes.ts';
import { revocationOf } from './revocation.ts';

const [ac2, ecpf, revoked] = await Promise.all(['ac2', 'ecpf', 'revoked'].map(icpCertificate));
if (!ac2 || !ecpf || !revoked) throw new Error('certificates are missing');

const DAY = 86_400_000;
const at = Date.UTC(2030, 0, 15);
const { serialNumber } = ecpf;

const fixture = (name: string) => icpFile(`revocation/${name}`);
const on = (since: number, reason?: number) => [
  { serialNumber, since, ...(reason === undefined ? {} : { reason }) },
];
const statusOf = (crls: Bytes[], ocspResponses: Bytes[] = [], when = at, certificate = ecpf) =>
  revocationOf(certificate, ac2, { crls, ocspResponses }, [], when);

const list = (thisUpdate: number, entries: ReturnType<typeof on> = []) =>
  signCrl({ thisUpdate, nextUpdate: thisUpdate + DAY, entries });

it('knows nothing without evidence', async () => {
  expect(await statusOf([])).toEqual({ status: 'unchecked' });
});

it('knows nothing by the list of an impostor, another authority or the answer of a person', async () => {
  const crls = await Promise.all(['impostor.crl', 'ac1.crl', 'raiz.crl'].map(fixture));
  const status = await statusOf(crls, [await fixture('by-a-person.ocsp')]);
  expect(status).toEqual({ status: 'unchecked' });
});

it('tells good and revoked by a list alone and by an answer alone', async () => {
  const since = Date.UTC(2026, 10, 22, 1, 12, 17);
  const crl = [await fixture('ac2.crl')];
  expect(await statusOf(crl)).toEqual({ status: 'good' });
  expect(await statusOf(crl, [], at, revoked)).toEqual({ status: 'revoked', since });
  expect(await statusOf([], [await fixture('good.ocsp')])).toEqual({ status: 'good' });
  const answer = [await fixture('revoked.ocsp')];
  expect(await statusOf([], answer, at, revoked)).toEqual({ status: 'revoked', since });
});

it('takes an old list for no proof that a certificate is good today', async () => {
  const old = await fixture('ac2-old.crl');
  expect(await statusOf([old])).toEqual({ status: 'unchecked' });
  expect(await statusOf([old], [], Date.UTC(2020, 0, 15))).toEqual({ status: 'good' });
});

it('lets a later list prove that the certificate was good before', async () => {
  expect(await statusOf([await list(at + 30 * DAY)])).toEqual({ status: 'good' });
});

it('asks no list that was made after the certificate expired', async () => {
  const later = await list(at + 30 * DAY);
  const gone = { ...ecpf, notAfter: at + DAY };
  expect(await statusOf([later], [], at, gone)).toEqual({ status: 'unchecked' });
});

it('believes an old list about a certificate that was revoked already', async () => {
  const since = at - 40 * DAY;
  const old = await list(at - 30 * DAY, on(since, 1));
  expect(await statusOf([old, await list(at)])).toEqual({ status: 'revoked', since });
});

it('counts a certificate as good until the moment it was revoked', async () => {
  const since = at + DAY;
  const crl = await list(at + 2 * DAY, on(since, 1));
  expect(await statusOf([crl])).toEqual({ status: 'good' });
  expect(await statusOf([crl], [], since)).toEqual({ status: 'revoked', since });
});

it('lets a newer list lift a suspension, and an older one not', async () => {
  const since = at - DAY;
  const held = await list(at - 1000, on(since, 6));
  const status = { status: 'revoked', since };
  expect(await statusOf([held])).toEqual(status);
  expect(await statusOf([await list(at - 2000), held])).toEqual(status);
  expect(await statusOf([held, await list(at + 1000)])).toEqual({ status: 'good' });
  // A suspension of long ago, with nothing newer: it may have been lifted.
  expect(await statusOf([held], [], at + 30 * DAY)).toEqual({ status: 'unchecked' });
});

it('never throws, whatever the evidence holds', async () => {
  const files = await Promise.all(['ac2.crl', 'good.ocsp'].map(fixture));
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.nat(), fc.nat(255), fc.nat())
    .map(([file, place, octet, cut]) => {
      const bytes = file.slice(0, cut % 4 === 0 ? cut % file.length : file.length);
      if (bytes.length > 0) bytes[place % bytes.length] = octet;
      return bytes;
    });
  const bytes = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 60 }).map((some) => some.slice()),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (some) => {
      const { status } = await statusOf([some], [some]);
      expect(['good', 'unchecked']).toContain(status);
    }),
    { numRuns: 300 },
  );
});
