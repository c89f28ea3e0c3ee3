import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Bytes, fromUtf8, utf8 } from '../bytes.ts';
import { openZip, unpacked } from './unzip.ts';

const packed = (files: Zippable): Bytes => new Uint8Array(zipSync(files));

/** Name and text of each file; a fault for the whole, or instead of a text. */
const read = async (zip: Bytes) => {
  const files = await openZip(new Blob([zip]));
  if (!files.ok) return files.error;
  const texts = files.value.map(async (file) => {
    const content = await unpacked(file);
    return [file.name, content.ok ? fromUtf8(content.value) : content.error];
  });
  return Promise.all(texts);
};

/** The ZIP with bytes put over it, from a place on that is counted from the last or first occurrence of `signature`. */
const patched = (
  zip: Bytes,
  signature: 'PK\x01\x02' | 'PK\x03\x04' | 'PK\x05\x06',
  at: number,
  by: number[],
) => {
  const found = String.fromCharCode(...zip).indexOf(signature);
  const changed = zip.slice();
  changed.set(by, found + at);
  return changed;
};

const zip = packed({ 'mês/folha.csv': utf8('a;b\n1;2'), 'leia.txt': [utf8('oi'), { level: 0 }] });

describe('a ZIP by a stranger', () => {
  it('is read, deflated or stored, folders left out', async () => {
    expect(await read(zip)).toEqual([
      ['mês/folha.csv', 'a;b\n1;2'],
      ['leia.txt', 'oi'],
    ]);
    expect(await read(packed({ 'pasta/': new Uint8Array(), 'pasta/a': utf8('1') }))).toEqual([
      ['pasta/a', '1'],
    ]);
  });

  it('may bear a comment', async () => {
    const commented = new Uint8Array([...patched(zip, 'PK\x05\x06', 20, [2]), 79, 105]);
    expect(await read(commented)).toHaveLength(2);
  });

  it('has its names read as the Windows of Brazil writes them', async () => {
    const named = packed({ 'licita..o.csv': utf8('x') });
    const asCp850 = [0x87, 0xc6];
    const twice = patched(patched(named, 'PK\x03\x04', 36, asCp850), 'PK\x01\x02', 52, asCp850);
    expect(await read(twice)).toEqual([['licitação.csv', 'x']]);
  });

  it.each(['../a', '/a', 'a/../b', 'C:a', 'a\\b', 'a//b'])(
    'is refused with the name %s',
    async (name) => {
      expect(await read(packed({ [name]: utf8('x') }))).toBe('unsafe-names');
    },
  );

  it('is refused with two names that are one', async () => {
    expect(await read(packed({ 'a.csv': utf8('x'), 'A.CSV': utf8('y') }))).toBe('unsafe-names');
  });

  it('is refused encrypted, or packed in another way', async () => {
    expect(await read(patched(zip, 'PK\x01\x02', 8, [1]))).toBe('encrypted');
    expect(await read(patched(zip, 'PK\x01\x02', 10, [93]))).toBe('unsupported');
  });

  it('is refused with more than 5,000 files', async () => {
    const files = Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`${i}`, utf8('')]));
    expect(await read(packed(files))).toBe('too-many-files');
  });

  it('is refused where it says that it grows more than a hundredfold', async () => {
    expect(await read(packed({ bomb: new Uint8Array(1_000_000) }))).toBe('too-large');
  });

  it('gives out no more than it says, and nothing else', async () => {
    const lies = patched(zip, 'PK\x01\x02', 24, [3]);
    expect(await read(lies)).toEqual([
      ['mês/folha.csv', 'damaged'],
      ['leia.txt', 'oi'],
    ]);
    const wrongCrc = patched(zip, 'PK\x01\x02', 16, [0, 0]);
    expect(await read(wrongCrc)).toContainEqual(['mês/folha.csv', 'damaged']);
    const otherName = patched(zip, 'PK\x03\x04', 30, [64]);
    expect(await read(otherName)).toContainEqual(['mês/folha.csv', 'damaged']);
  });

  it('is refused where files lie over each other', async () => {
    const twins = packed({ a: [utf8('11'), { level: 0 }], b: [utf8('22'), { level: 0 }] });
    const second = String.fromCharCode(...twins).lastIndexOf('PK\x01\x02');
    const moved = twins.slice();
    moved.set([0, 0, 0, 0], second + 42);
    expect(await read(moved)).toBe('damaged');
  });

  it('is none, cut short or full of something else', async () => {
    expect(await read(utf8('PK nothing'))).toBe('not-a-zip');
    expect(await read(zip.slice(0, -1))).toBe('not-a-zip');
    expect(await read(new Uint8Array())).toBe('not-a-zip');
    expect(await read(patched(zip, 'PK\x05\x06', 16, [255]))).toBe('damaged');
    expect(await read(patched(zip, 'PK\x03\x04', 45, [255, 255, 255]))).toContainEqual([
      'mês/folha.csv',
      'damaged',
    ]);
  });
});
