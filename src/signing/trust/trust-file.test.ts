import { expect, it } from 'vitest';
import { icpFile } from '../../../test/support/icp.ts';
import { type Bytes, toBase64, utf8 } from '../../base/bytes.ts';
import { toPem } from '../certificate/pem.ts';
import * as write from '../der/writer.ts';
import { OID } from '../oids.ts';
import { readTrustFile } from './trust-file.ts';

const [ac1, ac2, crl, ocsp] = await Promise.all(
  ['certs/ac1.der', 'certs/ac2.der', 'revocation/ac2.crl', 'revocation/good.ocsp'].map(icpFile),
);
if (!ac1 || !ac2 || !crl || !ocsp) throw new Error('files are missing');

// As authorities publish their chains: version 1, nothing signed.
const bag = (...certificates: Bytes[]): Bytes =>
  write.sequence(
    write.oid(OID.signedData),
    write.tagged(
      0,
      write.sequence(
        write.integer(1),
        write.setOf(),
        write.sequence(write.oid(OID.data)),
        write.tagged(0, ...certificates),
        write.setOf(),
      ),
    ),
  );

const pem = (label: string, der: Bytes) =>
  utf8(`texto antes\r\n-----BEGIN ${label}-----\r\n${toBase64(der)}\r\n-----END ${label}-----\r\n`);

it.each([
  ['one certificate', ac1, [['certificate', ac1]]],
  [
    'two certificates in text',
    utf8(toPem(ac1) + toPem(ac2)),
    [
      ['certificate', ac1],
      ['certificate', ac2],
    ],
  ],
  [
    'a bag',
    bag(ac2, ac1),
    [
      ['certificate', ac2],
      ['certificate', ac1],
    ],
  ],
  ['a bag in text', pem('PKCS7', bag(ac1)), [['certificate', ac1]]],
  ['a list', crl, [['crl', crl]]],
  ['a list in text', pem('X509 CRL', crl), [['crl', crl]]],
  ['an answer', ocsp, [['ocsp-response', ocsp]]],
])('reads %s', (_, file, found) => {
  expect(readTrustFile(file)).toEqual(found.map(([kind, der]) => ({ kind, der })));
});

it.each([
  ['nothing', new Uint8Array(0)],
  ['a page', utf8('<!doctype html>')],
  ['half a certificate', ac1.slice(0, 700)],
  ['a key in text', pem('PRIVATE KEY', ac1)],
  ['text that was cut', utf8('-----BEGIN CERTIFICATE-----\nMIIB\nA\n-----END CERTIFICATE-----')],
])('finds nothing in %s', (_, file) => {
  expect(readTrustFile(file)).toEqual([]);
});
