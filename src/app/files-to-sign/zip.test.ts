import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fromUtf8, sameBytes, utf8 } from '../../base/bytes.ts';
import { zipStream } from './zip.ts';

const zipOf = async (files: { name: string; content: Blob }[]) =>
  new Uint8Array(await new Response(zipStream(files)).arrayBuffer());

it('holds every file as it is, with folders and accents in the names', async () => {
  const large = new Uint8Array(300_000).map((_, index) => index % 251);
  const zip = await zipOf([
    { name: 'atas/sessão nº 1.p7s', content: new Blob([utf8('primeira')]) },
    { name: 'vazio.txt', content: new Blob([]) },
    { name: 'grande.bin', content: new Blob([large]) },
  ]);
  const read = unzipSync(zip);
  expect(Object.keys(read)).toEqual(['atas/sessão nº 1.p7s', 'vazio.txt', 'grande.bin']);
  expect(fromUtf8(read['atas/sessão nº 1.p7s'] ?? utf8(''))).toBe('primeira');
  expect(read['vazio.txt']).toHaveLength(0);
  expect(sameBytes(read['grande.bin'] ?? utf8(''), large)).toBe(true);
  expect(zip.length).toBeGreaterThan(large.length);
});

it('is a ZIP without files where there are none', async () => {
  expect(unzipSync(await zipOf([]))).toEqual({});
});

it('fails where a file cannot be read to its end', async () => {
  const broken = new Blob(['x']);
  broken.stream = () =>
    new ReadableStream({
      pull: () => {
        throw new DOMException('gone', 'NotReadableError');
      },
    });
  await expect(zipOf([{ name: 'a', content: broken }])).rejects.toThrow('gone');
});
