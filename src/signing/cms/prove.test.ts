import { expect, it } from 'vitest';
import { icpChain, icpKeys } from '../../../test/support/icp.ts';
import { type Bytes, bytesOf, concat } from '../../base/bytes.ts';
import { OID } from '../oids.ts';
import { signedContent } from './check-signer.ts';
import { prove } from './prove.ts';
import { signAttached } from './sign.ts';
import type { SignerInfo } from './signed-data.ts';

const content = new Uint8Array(100_000).fill(0x41);
const p7s = await signAttached(new Blob([content]), await icpKeys('ecpf'), icpChain, {
  now: Date.UTC(2030, 0, 1),
  level: 'AD-RB',
});
const file = await bytesOf(p7s);
const contentAt = new TextDecoder('latin1').decode(file).indexOf('AAAA');

const proof = (made: Bytes, signed = content, choose = (all: readonly SignerInfo[]) => all[0]) =>
  prove(new Blob([made]), signedContent(signed, OID.data), choose);

it('finds the signature of a file in order', async () => {
  await expect(proof(file)).resolves.toBeUndefined();
});

it('notices a signature that is not over what was signed', async () => {
  await expect(proof(file, content.with(50_000, 0))).rejects.toThrow('digest-mismatch');
});

it('notices a signature value that changed', async () => {
  const changed = file.with(file.length - 1, (file.at(-1) ?? 0) ^ 1);
  await expect(proof(changed)).rejects.toThrow('signature-mismatch');
});

it('notices an envelope that does not lie around the content', async () => {
  for (const at of [contentAt, contentAt + content.length - 1]) {
    await expect(proof(file.with(at, 0))).rejects.toThrow('another content');
  }
  const shorter = concat(file.subarray(0, contentAt), file.subarray(contentAt + 1));
  await expect(proof(shorter)).rejects.toThrow('not found again');
});

it('notices that there is no such signature', async () => {
  await expect(proof(file, content, (all) => all[1])).rejects.toThrow('not found again');
});
