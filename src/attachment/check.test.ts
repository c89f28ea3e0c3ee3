import { describe, expect, it } from 'vitest';
import { concat, fromHex, sha256Hex, utf8 } from '../base/bytes.ts';
import { checkAttachment, MAX_FILE_BYTES, MAX_IMAGE_BYTES } from './check.ts';

const file = (head: Uint8Array, size = head.length) =>
  new Blob([concat(head), new Uint8Array(size - head.length)]);

const pdf = utf8('%PDF-1.7\n');
const png = fromHex('89504e470d0a1a0a');
const jpeg = fromHex('ffd8ffe0');
const exe = concat(fromHex('4d5a9000'), utf8('This program cannot be run in DOS mode'));
const derP7s = fromHex('3082100006092a864886f70d010702a0820ff1');
const berP7s = fromHex('308006092a864886f70d010702a0803080');

const kindTold = async (content: Blob) => {
  const checked = await checkAttachment('arquivo.pdf', content);
  return checked.ok ? checked.value.kind : checked.error;
};

describe('what a file is, is told by its content', () => {
  it('knows PDF, PNG, JPEG and P7S whatever the name says', async () => {
    expect(await kindTold(file(pdf))).toBe('pdf');
    expect(await kindTold(file(png))).toBe('png');
    expect(await kindTold(file(jpeg))).toBe('jpeg');
    expect(await kindTold(file(derP7s))).toBe('p7s');
  });

  it('knows a P7S written as a stream (BER, indefinite length)', async () => {
    expect(await kindTold(file(berP7s))).toBe('p7s');
  });

  it('finds the PDF header within the first 1024 bytes, not after them', async () => {
    expect(await kindTold(file(concat(new Uint8Array(1019).fill(0x20), pdf)))).toBe('pdf');
    expect(await kindTold(file(concat(new Uint8Array(1020).fill(0x20), pdf)))).toBe(
      'kind-not-accepted',
    );
  });

  it('refuses a program renamed to .pdf, even with a PDF header further in', async () => {
    expect(await kindTold(file(exe))).toBe('kind-not-accepted');
    expect(await kindTold(file(concat(exe, pdf)))).toBe('kind-not-accepted');
  });

  it('refuses a CMS that is not SignedData', async () => {
    const envelopedData = fromHex('3082100006092a864886f70d010703a0820ff1');
    expect(await kindTold(file(envelopedData))).toBe('kind-not-accepted');
  });
});

describe('the limits of the court', () => {
  it('accepts exactly 10 MB and refuses one byte more', async () => {
    expect(await kindTold(file(pdf, MAX_FILE_BYTES))).toBe('pdf');
    expect(await kindTold(file(pdf, MAX_FILE_BYTES + 1))).toBe('too-large');
  });

  it('accepts an image of exactly 512 kB and refuses one byte more', async () => {
    expect(await kindTold(file(jpeg, MAX_IMAGE_BYTES))).toBe('jpeg');
    expect(await kindTold(file(png, MAX_IMAGE_BYTES + 1))).toBe('image-too-large');
  });

  it('refuses an empty file as empty', async () => {
    expect(await kindTold(new Blob([]))).toBe('empty');
  });
});

it('an accepted file is known by the hash and size of its bytes and keeps its name', async () => {
  const content = file(pdf, 5000);
  expect(await checkAttachment('Edital nº 1.pdf', content)).toEqual({
    ok: true,
    value: { sha256: await sha256Hex(content), size: 5000, name: 'Edital nº 1.pdf', kind: 'pdf' },
  });
});

it('a file that vanished since it was chosen is told as unreadable', async () => {
  class VanishedFile extends Blob {
    override slice(): Blob {
      throw new DOMException('gone', 'NotFoundError');
    }
  }
  expect(await kindTold(new VanishedFile([pdf]))).toBe('unreadable');
});
