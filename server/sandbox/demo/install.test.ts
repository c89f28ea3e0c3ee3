import { X509Certificate } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fromUtf8 } from '../../../src/base/bytes.ts';
import { useTestSandbox } from '../../../test/support/sandbox.ts';

it('makes the demo folder that integrators script against', async () => {
  const { dataDir, sandbox } = await useTestSandbox();
  const made = await readdir(join(dataDir, 'demo'));
  expect(made.toSorted()).toEqual([
    ...['cadeia.pem', 'edital.pdf', 'joao.key.pem', 'joao.pem', 'joao.pfx'],
    ...['maria.key.pem', 'maria.pem', 'maria.pfx', 'raiz.pem'],
  ]);
  expect(sandbox.demo.files.map(({ nome }) => nome).toSorted()).toEqual(made.toSorted());
  for (const { href } of sandbox.demo.files) {
    expect((await sandbox.recepcao(new Request(`http://127.0.0.1${href}`))).status).toBe(200);
  }
  const { size } = await stat(join(dataDir, 'demo/edital.pdf'));
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThan(100_000);
});

it('issues the people and the TLS server under root and two authorities', async () => {
  const { read, sandbox } = await useTestSandbox();
  const pem = async (file: string) => fromUtf8(await read(`demo/${file}`));
  const blocks = (text: string) => text.split(/(?=-----BEGIN)/);
  const root = new X509Certificate(await pem('raiz.pem'));
  const [final, first] = blocks(await pem('cadeia.pem')).map((each) => new X509Certificate(each));
  const [server] = blocks(sandbox.tls.cert).map((each) => new X509Certificate(each));
  expect(root.verify(root.publicKey)).toBe(true);
  expect(first?.verify(root.publicKey)).toBe(true);
  expect(first && final?.verify(first.publicKey)).toBe(true);
  expect(final && server?.verify(final.publicKey)).toBe(true);
  expect(server?.checkHost('localhost')).toBe('localhost');
  expect(server?.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(server?.checkIP('::1')).toBe('::1');
  for (const file of ['maria.pem', 'joao.pem']) {
    expect(blocks(await pem(file))).toHaveLength(1);
    const leaf = new X509Certificate(await pem(file));
    expect(final && leaf.verify(final.publicKey)).toBe(true);
    expect(leaf.subject).toMatch(/CN=.+:\d{11}$/);
  }
});
