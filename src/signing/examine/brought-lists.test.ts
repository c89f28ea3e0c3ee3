import { expect, it, vi } from 'vitest';
import { icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { type Bytes, bytesOf, utf8 } from '../../base/bytes.ts';
import { writeP7s } from '../cms/members.ts';
import { openP7s } from '../cms/open-p7s.ts';
import { signAttached } from '../cms/sign.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { tagged } from '../der/writer.ts';
import { examineP7s } from './examine-p7s.ts';

const NOW = Date.UTC(2030, 0, 1);
const list = await icpFile('revocation/ac2.crl');
const signed = await signAttached(new Blob([utf8('contas')]), await icpKeys('ecpf'), icpChain, {
  now: NOW,
  level: 'AD-RB',
});

/** The signature so many times, with so many copies of the list. */
const p7sWith = async (signatures: number, lists: number): Promise<Bytes> => {
  const opened = await openP7s(signed);
  if (!opened) throw new Error('no P7S');
  const { members, encapsulated } = opened;
  const revocation = tagged(1, ...Array<Bytes>(lists).fill(list));
  const signers = Array.from({ length: signatures }, () => members.signers).flat();
  return bytesOf(writeP7s(encapsulated, { ...members, revocation, signers }));
};

const checksOf = async (p7s: Bytes): Promise<number> => {
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const { signatures } = await examineP7s(p7s, icpTrust, { now: NOW });
  const checks = verify.mock.calls.length;
  verify.mockRestore();
  for (const { revocation } of signatures) expect(revocation).toBe('good');
  return checks;
};

it('a list that a file brings many times costs no more than one', async () => {
  expect(await checksOf(await p7sWith(1, 40))).toBe(await checksOf(await p7sWith(1, 1)));
});

it('of lists without measure the first 500 are read', async () => {
  expect(readSignedData(await p7sWith(1, 600))?.crls).toHaveLength(500);
});
