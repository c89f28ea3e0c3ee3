import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../test/dossier/changes.ts';
import { dossierZip, sampleDelivery } from '../../../test/support/dossier.ts';
import { type Bytes, bytesOf, concat, utf8 } from '../../base/bytes.ts';
import { crc32 } from '../../base/zip/crc32.ts';
import { checkDossier } from './check.ts';
import type { Examine } from './examine-signed.ts';
import { readZip } from './read-zip.ts';
import { writeZip, type ZipMember } from './write-zip.ts';

const zip = await dossierZip(await sampleDelivery('<!doctype html>'));

/** Bytes are held against hashes here; what signatures say is shown elsewhere. */
const nothingSigned: Examine = async (content, kind) => ({
  ...{ kind, detached: false, verdict: 'invalid', fault: 'no-signature', signatures: [] },
  file: { size: content.size, sha256: '' },
});

const found = async (bytes: Bytes): Promise<string> => {
  const checked = await checkDossier(new Blob([bytes]), nothingSigned);
  return checked.ok ? checked.value.verdict : checked.error;
};

const changedAt = (at: number, by = 1): Bytes => {
  const changed = zip.slice();
  changed[at] = (changed[at] ?? 0) ^ by;
  return changed;
};

const membersOf = async (bytes: Bytes): Promise<ZipMember[]> => {
  const read = await readZip(new Blob([bytes]));
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

const member = (name: string, text = ''): ZipMember => {
  const bytes = utf8(text);
  return { name, content: new Blob([bytes]), size: bytes.length, crc: crc32(bytes) };
};

const zipOf = (members: ZipMember[]): Promise<Bytes> => bytesOf(writeZip(members));

const members = await membersOf(zip);

it('has the CRC-32 that ZIP asks for', () => {
  expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
  expect(crc32(utf8('6789'), crc32(utf8('12345')))).toBe(0xcbf43926);
});

it('is sound as it was written', async () => {
  expect(await found(zip)).toBe('sound');
  expect(await zipOf(members)).toEqual(zip);
});

it('is never sound with one bit changed, wherever it stands', async () => {
  const spread = Array.from({ length: 120 }, (_, part) => Math.floor((zip.length * part) / 120));
  // The manifest, the directory and the end record, where a change is not one of a file's content.
  const manifest = Array.from({ length: 120 }, (_, place) => place * 19);
  const directory = Array.from({ length: 200 }, (_, place) => zip.length - 1 - place * 5);
  const missed: number[] = [];
  for (const at of [...spread, ...manifest, ...directory])
    if ((await found(changedAt(at, 1 << (at % 8)))) === 'sound') missed.push(at);
  expect(missed).toEqual([]);
});

it('is never sound with one byte of a file changed, the ZIP written anew around it or not', async () => {
  const missed: string[] = [];
  for await (const { member, at, zip: changed } of changesOf(zip, 4 * members.length, 3))
    if ((await found(changed)) === 'sound') missed.push(`${member} at ${at}`);
  expect(missed).toEqual([]);
});

it('is not sound with a manifest that says something else of the delivery than the record', async () => {
  const [manifest, ...others] = members;
  const text = (await manifest?.content.text()) ?? '';
  for (const [said, instead] of [
    ['"rev":10', '"rev":11'],
    ['"tipo":"simulado"', '"tipo":"producao"'],
    ['"standing":"homologated"', '"standing":"there"'],
  ] as const) {
    expect(text).toContain(said);
    const changed = member('manifesto.json', text.replace(said, instead));
    expect(await found(await zipOf([changed, ...others]))).toBe('broken');
  }
});

describe('another container around the same files', () => {
  it('is refused with bytes before, behind or between, with a comment, or cut', async () => {
    expect(await found(concat(utf8('x'), zip))).toBe('not-as-written');
    expect(await found(concat(zip, utf8('x')))).toBe('not-as-written');
    expect(await found(zip.slice(0, -1))).toBe('not-as-written');
    const commented = concat(zip, utf8('hi'));
    commented[zip.length - 2] = 2;
    expect(await found(commented)).toBe('not-as-written');
    const gap = zip.length - 22;
    expect(await found(concat(zip.subarray(0, gap), utf8('x'), zip.subarray(gap)))).toBe(
      'not-as-written',
    );
  });

  it('is refused when another program packed the files anew, compressed or not', async () => {
    const files: Record<string, Bytes> = {};
    for (const { name, content } of members) files[name] = await bytesOf(content);
    expect(await found(new Uint8Array(zipSync(files, { level: 0 })))).toBe('not-as-written');
    expect(await found(new Uint8Array(zipSync(files, { level: 9 })))).toBe('not-as-written');
  });

  it('is not sound with a file more, a file less, a file twice, or another order', async () => {
    const [manifest, ...others] = members;
    if (!manifest) throw new Error('no manifest');
    expect(await found(await zipOf([...members, member('mais.txt', 'x')]))).toBe('broken');
    expect(await found(await zipOf(members.slice(0, -1)))).toBe('broken');
    expect(await found(await zipOf([...members, ...others.slice(-1)]))).toBe('unsafe-names');
    expect(await found(await zipOf([manifest, ...others.toReversed()]))).toBe('broken');
    expect(await found(await zipOf([...others, manifest]))).toBe('no-manifest');
  });

  it('is not sound where its check sum of a file is another', async () => {
    const lying = members.map((each, place) => (place === 5 ? { ...each, crc: 1 } : each));
    expect(await found(await zipOf(lying))).toBe('broken');
  });
});

describe('a hostile ZIP', () => {
  const names = async (...list: string[]) => {
    const read = await readZip(writeZip(list.map((name) => member(name))));
    return read.ok ? 'read' : read.error;
  };

  it('is refused for names that lead elsewhere, or that are one name', async () => {
    expect(await names('a/b.txt', 'c.txt')).toBe('read');
    for (const name of ['../a', 'a/../b', '/a', 'a//b', './a', 'C:a', 'a\\b', 'a\0b', ''])
      expect(await names(name)).toBe('unsafe-names');
    expect(await names('a.txt', 'A.txt')).toBe('unsafe-names');
    expect(await names('é', 'e\u0301')).toBe('unsafe-names');
  });

  it('is refused for too many files, before any is read', async () => {
    const many = Array.from({ length: 5_001 }, (_, place) => member(`${place}`));
    const read = await readZip(writeZip(many));
    expect(read).toEqual({ ok: false, error: 'too-large' });
  });

  it('is refused where a file claims more bytes than there are, or lies over another', async () => {
    const bomb = new Blob(['x']);
    const claims = { name: 'a', content: bomb, size: 1_000_000, crc: 0 };
    expect(await found(await zipOf([claims]))).toBe('not-as-written');
  });

  it('is refused with what is no ZIP, or has no manifest', async () => {
    expect(await found(utf8(''))).toBe('not-a-zip');
    expect(await found(utf8('a text that is longer than an end record'))).toBe('not-a-zip');
    expect(await found(await zipOf([member('a.txt')]))).toBe('no-manifest');
    expect(await found(await zipOf([member('manifesto.json', '{"format":"x"}')]))).toBe(
      'no-manifest',
    );
  });
});
