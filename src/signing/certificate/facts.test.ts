import { expect, it } from 'vitest';
import { icpCertificate } from '../../../test/support/icp.ts';
import { fromHex, toHex } from '../../base/bytes.ts';
import { readDer } from '../der/reader.ts';
import { readAuthorityAccess, readCrlAddresses } from './addresses.ts';
import { readCertificate } from './certificate.ts';
import { factsOf } from './facts.ts';

it('tells everything a person may want to know of a certificate', async () => {
  const certificate = await icpCertificate('ecpf');
  expect(factsOf(certificate)).toEqual({
    holder: { name: 'JOÃO DA CONCEIÇÃO', cpf: '12345678909' },
    issuer: 'AC EXEMPLO RFB v99 (FALSA)',
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    fingerprint: certificate.fingerprint,
    serialNumber: toHex(certificate.serialNumber),
    kind: 'person',
    key: 'RSA 2048',
    policies: ['2.16.76.1.2.1.999'],
    usages: ['digitalSignature', 'nonRepudiation', 'keyEncipherment'],
    crlAddresses: ['http://ac.icpbrasil.invalid/lcr.crl', 'http://ac2.icpbrasil.invalid/lcr.crl'],
    ocspAddresses: ['http://127.0.0.1:8899'],
    issuerAddresses: ['http://ac.icpbrasil.invalid/ac.p7b'],
  });
});

it.each([
  ['ecpf', 'person'],
  ['res211', 'person'],
  ['ecnpj', 'company'],
  ['tsa', 'timestamp-authority'],
  ['ac1', 'authority'],
  ['raiz', 'authority'],
  ['badku', 'other'],
])('%s stands for: %s', async (name, kind) => {
  expect(factsOf(await icpCertificate(name)).kind).toBe(kind);
});

it.each([
  ['2.16.76.1.2.201.1', 'seal'],
  ['2.16.76.1.2.202.1', 'seal'],
  ['2.16.76.1.2.203.1', 'application'],
  ['2.16.76.1.2.204.1', 'application'],
  ['2.16.76.1.2.304.1', 'timestamp-authority'],
  ['2.16.76.1.2.3.1', 'company'],
  ['2.16.76.1.2.2010.1', 'company'],
])('a CNPJ under policy %s stands for: %s', async (policy, kind) => {
  const certificate = await icpCertificate('ecnpj');
  const extensions = { ...certificate.extensions, policies: ['1.2.3', policy] };
  expect(factsOf({ ...certificate, extensions }).kind).toBe(kind);
});

it.each([
  ['ecp256', 'P-256'],
  ['raizec', 'P-521'],
  ['ecpf4096', 'RSA 4096'],
])('names the key of %s', async (name, key) => {
  expect(factsOf(await icpCertificate(name)).key).toBe(key);
});

it('reads the usages of an authority', async () => {
  expect(factsOf(await icpCertificate('ac1')).usages).toEqual(['keyCertSign', 'cRLSign']);
});

it('takes only web addresses, and reads on where the extension is malformed', () => {
  const ftp = '30163014a012a010860e6674703a2f2f612f6c63722e63726c';
  expect(readCrlAddresses(readDer(fromHex(ftp)))).toEqual([]);
  expect(readCrlAddresses(readDer(fromHex('30020500')))).toEqual([]);
  expect(readAuthorityAccess(readDer(fromHex('30020500')))).toEqual({
    ocspAddresses: [],
    issuerAddresses: [],
  });
});

it('a certificate with a malformed list address is still read', async () => {
  const { der } = await icpCertificate('ecpf');
  const scheme = toHex(der).indexOf('8623687474703a2f2f61632e') / 2;
  der[scheme] = 0x87;
  const read = readCertificate(der);
  expect(read && factsOf(read).crlAddresses).toEqual(['http://ac2.icpbrasil.invalid/lcr.crl']);
});
