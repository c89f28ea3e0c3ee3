import { expect, it } from 'vitest';
import { icpCertificate, icpChain, icpFile, icpTrust } from '../../../test/support/icp.ts';
import { type Circumstances, checksOf, forbidden } from './checks.ts';

const NOW = Date.UTC(2030, 0, 1);
const DAY = 86_400_000;
const MINUTE = 60_000;

const revocation = { crls: [await icpFile('revocation/ac2.crl')], ocspResponses: [] };
const trust = { ...icpTrust, intermediates: icpChain, revocation };

const checked = async (name: string, changed: Partial<Circumstances> = {}) =>
  checksOf({ certificate: await icpCertificate(name), now: NOW, trust, ...changed });

const codesOf = async (...asked: Parameters<typeof checked>) =>
  (await checked(...asked)).map(({ code }) => code);

it('finds nothing against a good certificate in its time', async () => {
  const checks = await checked('ecpf', { cpf: '12345678909', skewMs: 0 });
  expect(checks).toEqual([
    { code: 'valid', level: 'ok' },
    { code: 'use-allowed', level: 'ok' },
    { code: 'key-strong', level: 'ok' },
    { code: 'chain-complete', level: 'ok' },
    { code: 'not-revoked', level: 'ok' },
    { code: 'cpf-matches', level: 'ok' },
    { code: 'clock-right', level: 'ok' },
  ]);
  expect(forbidden(checks)).toBe(false);
});

it.each([
  ['expired', 'expired'],
  ['future', 'not-yet-valid'],
  ['badku', 'use-not-allowed'],
  ['tsa', 'use-not-allowed'],
  ['ac2', 'use-not-allowed'],
  ['rsa1024', 'key-weak'],
  ['fake', 'chain-untrusted'],
  ['sha1leaf', 'chain-untrusted'],
  ['revoked', 'revoked'],
])('forbids to sign with %s: %s', async (name, code) => {
  const checks = await checked(name);
  expect(checks).toContainEqual({ code, level: 'stop' });
  expect(forbidden(checks)).toBe(true);
});

it('says nothing of the chain of a certificate that is over', async () => {
  expect(await codesOf('expired')).not.toContain('chain-untrusted');
});

it.each([
  [30, true],
  [31, false],
])('warns in the last 30 days: %s days before the end: %s', async (days, warns) => {
  const { notAfter } = await icpCertificate('ecpf');
  const checks = await checked('ecpf', { now: notAfter - days * DAY });
  const expected = warns ? { code: 'ends-soon', days, level: 'warn' } : { code: 'valid' };
  expect(checks[0]).toMatchObject(expected);
  expect(forbidden(checks)).toBe(false);
});

it('names the authority whose certificate is missing', async () => {
  const [ac2, ac1] = icpChain;
  const without = (intermediates: typeof icpChain) =>
    checked('ecpf', { trust: { ...icpTrust, intermediates } });
  const missing = { code: 'issuer-missing', level: 'warn' };
  expect(await without(ac1 ? [ac1] : [])).toContainEqual({
    ...missing,
    issuer: 'AC EXEMPLO RFB v99 (FALSA)',
  });
  expect(await without(ac2 ? [ac2] : [])).toContainEqual({
    ...missing,
    issuer: 'AC Secretaria da Receita Federal do Brasil v99 (FALSA)',
  });
});

it('does not call a certificate untrusted where nobody said whom to trust', async () => {
  const codes = await codesOf('ecpf', { trust: { anchors: [], intermediates: icpChain } });
  expect(codes).toContain('no-anchors');
});

it('says that no list of revoked certificates is at hand', async () => {
  const without = { ...icpTrust, intermediates: icpChain };
  const checks = await checked('revoked', { trust: without });
  expect(checks).toContainEqual({ code: 'revocation-unchecked', level: 'warn' });
  expect(forbidden(checks)).toBe(false);
});

it.each([
  ['ecpf', '12345678909', ['cpf-matches']],
  ['ecpf', '98765432100', ['cpf-differs']],
  ['ecnpj', '12345678909', ['cpf-matches']],
  ['badku', '12345678909', ['cpf-missing']],
  ['ecpf', undefined, []],
])('compares the CPF of %s with that of the token: %s', async (name, cpf, expected) => {
  const codes = await codesOf(name, cpf === undefined ? {} : { cpf });
  expect(codes.filter((code) => code.startsWith('cpf'))).toEqual(expected);
});

it.each([
  [5 * MINUTE, { code: 'clock-right' }],
  [-6 * MINUTE, { code: 'clock-off', minutes: -6, level: 'warn' }],
  [undefined, { code: 'clock-unknown', level: 'warn' }],
])('compares the clock with that of the court: %s ms', async (skewMs, expected) => {
  const checks = await checked('ecpf', skewMs === undefined ? {} : { skewMs });
  expect(checks.at(-1)).toMatchObject(expected);
});

it.each([
  ['2.16.76.1.2.201.1', 'is-seal'],
  ['2.16.76.1.2.203.1', 'is-application'],
])('says what a certificate under policy %s is not: %s', async (policy, code) => {
  const ecnpj = await icpCertificate('ecnpj');
  const certificate = { ...ecnpj, extensions: { ...ecnpj.extensions, policies: [policy] } };
  expect(await checked('ecnpj', { certificate })).toContainEqual({ code, level: 'warn' });
});
