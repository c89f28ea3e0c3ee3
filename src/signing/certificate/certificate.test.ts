import { expect, it } from 'vitest';
import { icpCertificate, icpFile } from '../../../test/support/icp.ts';
import { sha256Hex, toHex } from '../../base/bytes.ts';
import { maySignDocuments, readCertificate, summaryOf, validityAt } from './certificate.ts';
import { fromPem, toPem } from './pem.ts';

it.each([
  ['ecpf', { name: 'JOÃO DA CONCEIÇÃO', cpf: '12345678909' }],
  ['ecpf-ps', { name: 'MARIA DE SOUZA', cpf: '98765432100' }],
  ['res211', { name: 'EVANDRO DE TESTE', cpf: '12345678909' }],
  [
    'ecnpj',
    {
      name: 'EMPRESA EXEMPLO LTDA',
      cnpj: '11222333000181',
      responsible: { name: 'JOAO DA CONCEICAO', cpf: '12345678909' },
    },
  ],
  ['badku', { name: 'exemplo.invalid' }],
])('reads the holder of %s, in the profile it has', async (name, holder) => {
  expect((await icpCertificate(name)).holder).toEqual(holder);
});

it('summarizes what is shown: issuer, times, fingerprint', async () => {
  const certificate = await icpCertificate('expired');
  expect(summaryOf(certificate)).toEqual({
    holder: { name: 'JOAO EXPIRADO', cpf: '12345678909' },
    issuer: 'AC EXEMPLO RFB v99 (FALSA)',
    notBefore: Date.UTC(2020, 0, 1),
    notAfter: Date.UTC(2021, 0, 1),
    fingerprint: await sha256Hex(certificate.der),
  });
});

it.each([
  ['ecpf', { name: 'RSA', bits: 2048 }],
  ['raiz', { name: 'RSA', bits: 4096 }],
  ['ecp256', { name: 'EC', curve: 'P-256' }],
  ['ecleaf', { name: 'EC', curve: 'P-384' }],
  ['raizec', { name: 'EC', curve: 'P-521' }],
])('reads the key of %s', async (name, type) => {
  expect((await icpCertificate(name)).publicKey.type).toEqual(type);
});

it('is valid from its first second through its last', async () => {
  const certificate = await icpCertificate('expired');
  const { notBefore, notAfter } = certificate;
  expect(validityAt(certificate, notBefore - 1)).toBe('not-yet-valid');
  expect(validityAt(certificate, notBefore)).toBe('valid');
  expect(validityAt(certificate, notAfter + 999)).toBe('valid');
  expect(validityAt(certificate, notAfter + 1000)).toBe('expired');
});

it.each([
  ['ecpf', true],
  ['ecnpj', true],
  ['badku', false],
  ['tsa', false],
])('lets %s sign documents: %s', async (name, allowed) => {
  expect(maySignDocuments(await icpCertificate(name))).toBe(allowed);
});

it('calls cut, lengthened and other bytes no certificate', async () => {
  const der = await icpFile('certs/ecpf.der');
  expect(readCertificate(der.slice(0, -1))).toBeUndefined();
  expect(readCertificate(new Uint8Array([...der, 0]))).toBeUndefined();
  expect(readCertificate(await icpFile('content.txt'))).toBeUndefined();
  expect(readCertificate(new Uint8Array(0))).toBeUndefined();
});

it('refuses a certificate that names two signature algorithms (RFC 5280 §4.1.1.2)', async () => {
  const der = await icpFile('certs/ecpf.der');
  const sha256WithRsa = '2a864886f70d01010b';
  const outer = toHex(der).lastIndexOf(sha256WithRsa) / 2;
  der[outer + 8] = 0x0c;
  expect(readCertificate(der)).toBeUndefined();
});

it('survives any single damaged octet', async () => {
  const der = await icpFile('certs/ecpf.der');
  const original = readCertificate(der);
  for (let at = 0; at < der.length; at += 3) {
    const damaged = der.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    expect(readCertificate(damaged)).not.toEqual(original);
  }
});

it('goes to PEM and back, and takes only the blocks asked for', async () => {
  const certificates = [await icpFile('certs/ecpf.der'), await icpFile('certs/ac2.der')];
  const key = await icpFile('keys/ecpf.pk8');
  const text = `comentário\n${toPem(key, 'PRIVATE KEY')}${certificates.map((der) => toPem(der)).join('')}`;
  expect(fromPem(text).map(toHex)).toEqual(certificates.map(toHex));
  expect(fromPem(text, 'PRIVATE KEY').map(toHex)).toEqual([toHex(key)]);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBe(64);
});
