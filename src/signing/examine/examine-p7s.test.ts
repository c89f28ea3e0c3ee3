import { describe, expect, it } from 'vitest';
import { icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { signAttached } from '../cms/sign.ts';
import type { FileReport, Reason, SignatureReport } from '../report.ts';
import { examineP7s } from './examine-p7s.ts';

const NOW = Date.UTC(2030, 0, 1);
const content = await icpFile('content.txt');

const examine = async (name: string, now = NOW): Promise<FileReport> =>
  examineP7s(await icpFile(`cms/${name}.p7s`), icpTrust, { now });

const only = ({ signatures }: FileReport): SignatureReport => {
  const [signature, ...others] = signatures;
  if (!signature || others.length > 0) throw new Error(`${signatures.length} signatures`);
  return signature;
};

describe('what other makers signed is accepted, and never called valid without a look at revocation', () => {
  it.each([
    ['attached', 'BES'],
    ['streamed', 'BES'],
    ['keyid', 'BES'],
    ['no-attributes', 'basic'],
    ['no-signing-certificate', 'basic'],
    ['sha512', 'BES'],
    ['pss', 'BES'],
    ['ec', 'BES'],
    ['ec-p384', 'BES'],
    ['bouncycastle', 'basic'],
    ['countersigned', 'basic'],
  ])('%s', async (name, level) => {
    const report = await examine(name);
    expect(report).toMatchObject({
      detached: false,
      verdict: 'valid-revocation-unchecked',
      content: { size: content.length },
    });
    expect(only(report)).toMatchObject({
      level,
      reasons: ['revocation-unchecked'],
      covers: { of: 'content', size: content.length },
    });
  });

  it.each(['two-signers', 'cosigned'])('every signer of %s', async (name) => {
    const { verdict, signatures } = await examine(name);
    expect([verdict, signatures.length]).toEqual(['valid-revocation-unchecked', 2]);
  });
});

describe('each fault has its reason and its verdict', () => {
  it.each<[string, FileReport['verdict'], Reason]>([
    ['sha1', 'invalid', 'weak-algorithm'],
    ['rsa1024', 'invalid', 'weak-algorithm'],
    ['no-certificates', 'indeterminate', 'signer-certificate-missing'],
    ['leaf-only', 'indeterminate', 'chain-incomplete'],
    ['fake', 'indeterminate', 'chain-untrusted'],
    ['notca', 'indeterminate', 'chain-incomplete'],
    ['badku', 'indeterminate', 'certificate-not-for-signing'],
    ['expired', 'indeterminate', 'certificate-expired'],
  ])('%s: %s', async (name, verdict, reason) => {
    const report = await examine(name);
    expect(report.verdict).toBe(verdict);
    expect(only(report).reasons).toContain(reason);
  });

  it.each<[string, NonNullable<FileReport['fault']>]>([
    ['detached.p7s', 'detached'],
    ['data-only.cms', 'not-signed-data'],
  ])('nothing is said of the signatures of %s', async (name, fault) => {
    const report = await examineP7s(await icpFile(`cms/${name}`), icpTrust, { now: NOW });
    expect(report).toMatchObject({ fault, signatures: [] });
  });
});

it('tells everything that speaks against a signature, not the first thing only', async () => {
  const file = await icpFile('cms/expired.p7s');
  file[new TextDecoder('latin1').decode(file).indexOf('Linha 60 ')] = 0x6c;
  const report = await examineP7s(file, { anchors: [], intermediates: [] }, { now: NOW });
  expect(only(report).reasons).toEqual([
    'digest-mismatch',
    'certificate-expired',
    'revocation-unchecked',
  ]);
});

it('a detached one is examined with its content', async () => {
  const file = await icpFile('cms/detached.p7s');
  const good = await examineP7s(file, icpTrust, { content, now: NOW });
  expect(good).toMatchObject({ detached: true, verdict: 'valid-revocation-unchecked' });
  const other = await examineP7s(file, icpTrust, { content: content.slice(1), now: NOW });
  expect(only(other).reasons).toContain('digest-mismatch');
});

it('a certificate that was valid at the claimed time only leaves the signature undecided', async () => {
  const keys = await icpKeys('expired');
  const options = { now: Date.UTC(2020, 5, 1), level: 'BES' } as const;
  const p7s = await signAttached(new Blob([content]), keys, icpChain, options);
  const report = await examineP7s(new Uint8Array(await p7s.arrayBuffer()), icpTrust, { now: NOW });
  // The authorities of the set are younger than that certificate, so its chain never held.
  expect(only(report)).toMatchObject({ verdict: 'indeterminate', judgedAt: NOW });
});

it('a counter-signature is judged over the signature that it signs', async () => {
  const signature = only(await examine('countersigned'));
  expect(signature.countersignatures).toMatchObject([
    {
      verdict: 'valid-revocation-unchecked',
      covers: { of: 'signature' },
      signer: { holder: { cpf: '98765432100' } },
    },
  ]);
});

it('a report is plain data, as another program may read it', async () => {
  const report = await examine('countersigned');
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});
