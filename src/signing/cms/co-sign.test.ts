import { expect, it } from 'vitest';
import { icpCertificate, icpChain, icpFile, icpKeys, icpTrust } from '../../../test/support/icp.ts';
import { type Bytes, bytesOf, concat, toHex, utf8 } from '../../base/bytes.ts';
import { der } from '../der/writer.ts';
import { addSignature } from './co-sign.ts';
import { openP7s } from './open-p7s.ts';
import { signAttached, signDetached } from './sign.ts';
import { readSignedData } from './signed-data.ts';
import { verifyP7s } from './verify.ts';

const NOW = Date.UTC(2030, 0, 1);
const OPTIONS = { now: NOW, level: 'AD-RB' } as const;
const curve = await icpKeys('ecp256');

const coSigned = async (p7s: Blob, keys = curve): Promise<Blob> => {
  const signed = await addSignature(p7s, keys, icpChain, OPTIONS);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

const membersOf = async (p7s: Blob) => {
  const opened = await openP7s(p7s);
  if (!opened) throw new Error('not opened');
  const { members, encapsulated } = opened;
  return {
    encapsulated: toHex(await bytesOf(encapsulated)),
    signers: members.signers.map(toHex),
    certificates: members.certificates.map(toHex),
    digestAlgorithms: members.digestAlgorithms.length,
  };
};

it.each([
  'attached',
  'streamed',
  'bouncycastle',
  'cosigned',
  'keyid',
  'no-attributes',
  'sha512',
  'pss',
  'leaf-only',
])('leaves what others wrote in %s.p7s byte for byte, and signs beside it', async (name) => {
  const original = new Blob([await icpFile(`cms/${name}.p7s`)]);
  const both = await coSigned(original);
  const [before, after] = [await membersOf(original), await membersOf(both)];
  expect(after.encapsulated).toBe(before.encapsulated);
  expect(after.signers.slice(0, -1)).toEqual(before.signers);
  expect(after.certificates).toEqual(expect.arrayContaining(before.certificates));
  const content = await icpFile('content.txt');
  expect(await verifyP7s(await bytesOf(both), icpTrust, NOW)).toMatchObject({
    ok: true,
    value: { content },
  });
  expect(readSignedData(await bytesOf(both))?.signers).toHaveLength(after.signers.length);
});

it('adds a certificate once, and a hash only where it is another', async () => {
  const content = new Blob([utf8('edital')]);
  const first = await signAttached(content, await icpKeys('ecpf'), icpChain, OPTIONS);
  const second = await coSigned(first);
  expect(await membersOf(second)).toMatchObject({ digestAlgorithms: 1 });
  expect((await membersOf(second)).certificates).toHaveLength(4);
  const third = await coSigned(second, await icpKeys('ecpf4096'));
  expect(await membersOf(third)).toMatchObject({ digestAlgorithms: 2 });
  expect((await membersOf(third)).certificates).toHaveLength(5);
  const verified = await verifyP7s(await bytesOf(third), icpTrust, NOW);
  expect(verified.ok && verified.value.signers).toHaveLength(3);
});

it('knows a hash by either writing of its parameters', async () => {
  // BouncyCastle writes NULL where openssl and we write nothing.
  const original = new Blob([await icpFile('cms/bouncycastle.p7s')]);
  const { digestAlgorithms } = await membersOf(original);
  expect((await membersOf(await coSigned(original))).digestAlgorithms).toBe(digestAlgorithms);
});

it('does not read a content whose length is told while it takes a file apart', async () => {
  const content = new Uint8Array(300_000).fill(0x41);
  const p7s = await signAttached(new Blob([content]), await icpKeys('ecpf'), icpChain, OPTIONS);
  let read = 0;
  class CountedBlob extends Blob {
    override slice(start = 0, end = this.size): Blob {
      read += end - start > 100_000 ? 0 : end - start;
      return super.slice(start, end);
    }
    override arrayBuffer(): Promise<ArrayBuffer> {
      throw new Error('the whole file was read');
    }
  }
  const opened = await openP7s(new CountedBlob([p7s]));
  expect(opened?.content?.size).toBe(content.length);
  expect(read).toBeLessThan(20_000);
});

it('signs the content of another type than plain data under that type', async () => {
  const token = await tokenOf(await icpFile('timestamp/content.tsr'));
  const before = readSignedData(token);
  const both = readSignedData(await bytesOf(await coSigned(new Blob([token]))));
  expect(both?.contentType).toBe(before?.contentType);
  expect(both?.signers).toHaveLength(2);
});

/** The token of a TimeStampResp stands after its status, which takes five octets. */
const tokenOf = async (answer: Bytes): Promise<Bytes> => answer.slice(4 + 5);

it('refuses what it cannot sign beside', async () => {
  const refusal = async (p7s: Bytes, keys = curve) =>
    addSignature(new Blob([p7s]), keys, icpChain, OPTIONS);
  const again = { ok: false, error: 'already-signed' };
  const attached = await icpFile('cms/attached.p7s');
  expect(await refusal(attached, await icpKeys('ecpf'))).toEqual(again);
  expect(await refusal(await icpFile('cms/keyid.p7s'), await icpKeys('ecpf-ps'))).toEqual(again);
  const detached = await signDetached(new Blob(['x']), curve, icpChain, OPTIONS);
  expect(await refusal(detached)).toEqual({ ok: false, error: 'detached' });
  const broken = [
    attached.slice(0, -1),
    concat(attached, new Uint8Array(1)),
    await icpFile('cms/data-only.cms'),
    await icpFile('content.txt'),
    der(0x30, der(0x30)),
    new Uint8Array(0),
  ];
  for (const file of broken) {
    expect(await refusal(file)).toEqual({ ok: false, error: 'not-signed-data' });
  }
});

it('does not tell one person from another by the name of the issuer alone', async () => {
  const sameIssuer = await icpCertificate('ecpf-ps');
  const own = await icpCertificate('ecpf');
  expect(toHex(sameIssuer.issuerName)).toBe(toHex(own.issuerName));
  const original = new Blob([await icpFile('cms/attached.p7s')]);
  expect(
    (await membersOf(await coSigned(original, await icpKeys('ecpf-ps')))).signers,
  ).toHaveLength(2);
});
