import { expect, it } from 'vitest';
import { icpCertificate } from '../../../test/support/icp.ts';
import { toHex } from '../../base/bytes.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { readDer } from '../der/reader.ts';
import { derNull } from '../der/writer.ts';
import { POLICIES } from './policies.ts';
import {
  newestPolicyFor,
  type PolicyUse,
  policyOf,
  policyReasons,
  readPolicyIdentifier,
  writePolicyIdentifier,
} from './policy.ts';

const leaf = await icpCertificate('ecpf');
const curve = await icpCertificate('ecp256');
const weak = await icpCertificate('rsa1024');
const under = (generation: string): Certificate => ({
  ...leaf,
  issuer: `Autoridade Certificadora Raiz Brasileira ${generation}`,
});

const DAY = Date.UTC(2026, 10, 22);
const cades: PolicyUse = {
  form: 'CAdES',
  at: DAY,
  key: leaf.publicKey,
  hash: 'SHA-256',
  chain: [leaf],
};
const pades: PolicyUse = { ...cades, form: 'PAdES' };
const nameFor = (use: PolicyUse) => newestPolicyFor(use)?.name;

const named = (name: string) => {
  const policy = POLICIES.find((candidate) => candidate.name === name);
  const read = policy && readPolicyIdentifier(readDer(writePolicyIdentifier(policy)));
  if (!read) throw new Error(`no policy ${name}`);
  return read;
};

it('signs under the newest policy of the form', () => {
  expect(nameFor(cades)).toBe('PA_AD_RB_v2_4');
  expect(nameFor(pades)).toBe('PA_PAdES_AD_RB_v1_3');
});

it('chooses by the day: an older policy before the newer began, none outside all periods', () => {
  expect(nameFor({ ...cades, at: Date.UTC(2025, 5, 11, 23, 59) })).toBe('PA_AD_RB_v2_3');
  expect(nameFor({ ...cades, at: Date.UTC(2025, 5, 12) })).toBe('PA_AD_RB_v2_4');
  expect(nameFor({ ...pades, at: Date.UTC(2025, 6, 22) })).toBe('PA_PAdES_AD_RB_v1_2');
  expect(nameFor({ ...cades, at: Date.UTC(2037, 9, 22, 23, 59) })).toBe('PA_AD_RB_v2_4');
  expect(nameFor({ ...cades, at: Date.UTC(2037, 9, 23) })).toBeUndefined();
  expect(nameFor({ ...cades, at: Date.UTC(2018, 4, 13) })).toBeUndefined();
});

it('chooses by the key: RSA from 2048 bits, curves from 256, never SHA-384', () => {
  expect(nameFor({ ...cades, key: curve.publicKey })).toBe('PA_AD_RB_v2_4');
  expect(nameFor({ ...cades, key: weak.publicKey })).toBeUndefined();
  expect(nameFor({ ...cades, key: { ...leaf.publicKey, type: { name: 'other' } } })).toBe(
    undefined,
  );
  expect(nameFor({ ...cades, hash: 'SHA-384' })).toBeUndefined();
});

it('chooses by the root: v5 and v12 are covered, an older one no more', () => {
  expect(nameFor({ ...cades, chain: [leaf, under('v5')] })).toBe('PA_AD_RB_v2_4');
  expect(nameFor({ ...cades, chain: [leaf, under('v12')] })).toBe('PA_AD_RB_v2_4');
  expect(nameFor({ ...cades, chain: [leaf, under('v2')] })).toBe('PA_AD_RB_v2_3');
  expect(nameFor({ ...cades, chain: [leaf, under('v99')] })).toBeUndefined();
});

it('names policy, hash and address as SignaturePolicyId does, octet by octet', () => {
  const policy = policyOf('2.16.76.1.7.1.1.2.4');
  expect(policy && toHex(writePolicyIdentifier(policy))).toBe(
    [
      '3081810608604c01070101020430',
      '2f300b0609608648016503040201',
      '04201f3c904c44c392feef447e21faa7a04e85d9c0153346320f557b7042af5dcf13',
      '30443042060b2a864886f70d0109100501',
      '1633',
      toHex(new TextEncoder().encode('http://politicas.icpbrasil.gov.br/PA_AD_RB_v2_4.der')),
    ].join(''),
  );
});

it('finds nothing against a policy with its published hash that allows the use', () => {
  expect(policyReasons(named('PA_AD_RB_v2_4'), cades)).toEqual([]);
  expect(policyReasons(named('PA_AD_RB_v2_3'), { ...cades, chain: [under('v5')] })).toEqual([]);
  expect(policyReasons(named('PA_PAdES_AD_RB_v1_2'), pades)).toEqual([]);
});

it('finds an older policy broken by a chain of root v12', () => {
  const use = { ...cades, chain: [leaf, under('v12')] };
  expect(policyReasons(named('PA_AD_RB_v2_3'), use)).toEqual(['policy-broken']);
  expect(policyReasons(named('PA_AD_RB_v2_4'), use)).toEqual([]);
});

it.each<[string, Partial<PolicyUse>]>([
  ['outside its period', { at: Date.UTC(2025, 5, 11) }],
  ['by too small a key', { key: weak.publicKey }],
  ['over a hash it does not name', { hash: 'SHA-384' }],
  ['in a PDF', { form: 'PAdES' }],
])('finds a policy of P7S broken by a signature %s', (_, change) => {
  expect(policyReasons(named('PA_AD_RB_v2_4'), { ...cades, ...change })).toEqual(['policy-broken']);
});

it('finds a curve against the older policy, which names RSA alone', () => {
  const use = { ...cades, key: curve.publicKey };
  expect(policyReasons(named('PA_AD_RB_v2_3'), use)).toEqual(['policy-broken']);
});

it('finds another hash than the published one, and a policy that it does not know', () => {
  const policy = named('PA_AD_RB_v2_4');
  const changed = { ...policy, hash: policy.hash.with(0, 0) };
  expect(policyReasons(changed, cades)).toEqual(['policy-broken']);
  expect(policyReasons({ ...policy, hashAlgorithm: '1.3.14.3.2.26' }, cades)).toEqual([
    'policy-broken',
  ]);
  expect(policyReasons({ ...policy, oid: '1.2.3' }, cades)).toEqual(['policy-unknown']);
});

it('reads the implied policy as none', () => {
  expect(readPolicyIdentifier(readDer(derNull))).toBeUndefined();
});
