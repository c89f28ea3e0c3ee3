import { expect, it } from 'vitest';
import { fromBase64Url, fromUtf8, utf8 } from '../../../src/base/bytes.ts';
import { createTokenMint, newClaims } from './token.ts';

const CPF = '11144477735';
const at = (text: string) => Date.parse(text);
const expiryOf = (now: string) => new Date(newClaims(CPF, 830, at(now)).exp * 1000).toISOString();

it('lets a token live six hours', () => {
  expect(expiryOf('2026-11-21T10:00:00-03:00')).toBe('2026-11-21T19:00:00.000Z');
});

it('ends every token at 23:59:00 in Goiás', () => {
  expect(expiryOf('2026-11-21T20:00:00-03:00')).toBe('2026-11-22T02:59:00.000Z');
  expect(expiryOf('2026-11-21T23:58:59-03:00')).toBe('2026-11-22T02:59:00.000Z');
});

it('counts to the next day at and after 23:59:00', () => {
  expect(expiryOf('2026-11-21T23:59:00-03:00')).toBe('2026-11-22T08:59:00.000Z');
  expect(expiryOf('2026-11-21T23:59:59-03:00')).toBe('2026-11-22T08:59:59.000Z');
});

it('knows the summer time that Goiás had until 2019', () => {
  expect(expiryOf('2018-12-06T23:00:00-02:00')).toBe('2018-12-07T01:59:00.000Z');
});

it('is an HS512 JWT whose payload is the documented claims', async () => {
  const mint = await createTokenMint(utf8('secret of a test'));
  const claims = newClaims(CPF, 830, at('2026-11-21T10:00:00-03:00'));
  const [header = '', payload = ''] = (await mint.sign(claims)).split('.');
  expect(header).toBe('eyJhbGciOiJIUzUxMiJ9');
  expect(fromUtf8(fromBase64Url(payload))).toBe(
    '{"logadoComCertificadoDigital":true,"sub":"11144477735","audience":"web","created":1795266000,"representacao":830,"exp":1795287600}',
  );
});

it('takes its own tokens until the second they expire', async () => {
  const mint = await createTokenMint(utf8('secret of a test'));
  const claims = newClaims(CPF, 830, at('2026-11-21T10:00:00-03:00'));
  const token = await mint.sign(claims);
  expect(await mint.read(token, claims.exp * 1000 - 1)).toEqual(claims);
  expect(await mint.read(token, claims.exp * 1000)).toBeUndefined();
});

it('refuses tokens of another secret, changed ones, unsigned ones and everything else', async () => {
  const mint = await createTokenMint(utf8('secret of a test'));
  const other = await createTokenMint(utf8('another secret'));
  const now = at('2026-11-21T10:00:00-03:00');
  const token = await mint.sign(newClaims(CPF, 830, now));
  const [header, payload, signature] = token.split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const refused = [
    await other.sign(newClaims(CPF, 830, now)),
    `${header}.${payload}x.${signature}`,
    `${header}.${payload}.${signature?.slice(0, -3)}AAA`,
    `${none}.${payload}.${signature}`,
    `${none}.${payload}.`,
    `Bearer ${token}`,
    `${header}.${payload}`,
    `${header}.${payload}.A`,
    'á.é.í',
    '',
  ];
  for (const each of refused) expect(await mint.read(each, now), each).toBeUndefined();
});
