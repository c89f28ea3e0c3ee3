import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bytesSecret, secretsIn, secretsUnder, textSecret } from './profile-secrets.ts';

// A search that finds nothing is worth what it would have found.

const PASSWORD = 'çãoÉ-senha 7731';
const key = Uint8Array.from({ length: 160 }, (_, i) => (i * 89 + 41) % 251);
const secrets = { password: textSecret(PASSWORD), key: bytesSecret(key) };

const somewhere = (planted: Buffer, at = 5): Buffer =>
  Buffer.concat([Buffer.alloc(at, 7), planted, Buffer.alloc(9, 7)]);

const swapped = Buffer.from(PASSWORD, 'utf16le').swap16();

it.each([
  ['UTF-8', Buffer.from(PASSWORD)],
  ['Latin-1', Buffer.from(PASSWORD, 'latin1')],
  ['UTF-16', Buffer.from(PASSWORD, 'utf16le')],
  ['UTF-16, highest octet first', swapped],
  ['base64', Buffer.from(Buffer.from(`{"senha":"${PASSWORD}"}`).toString('base64'))],
  ['base64url', Buffer.from(Buffer.from(`"${PASSWORD}"`).toString('base64url'))],
])('finds a password in %s', (_, planted) => {
  expect(secretsIn(somewhere(planted), secrets)).toEqual(['password']);
});

it('finds any 32 bytes of a key, wherever they are cut out', () => {
  for (let at = 0; at + 32 <= key.length; at++) {
    const stretch = Buffer.from(key.subarray(at, at + 32));
    expect(secretsIn(somewhere(stretch), secrets)).toEqual(['key']);
    expect(secretsIn(Buffer.from(stretch.toString('hex')), secrets)).toEqual(['key']);
    for (const offset of [0, 1, 2]) {
      const inBase64 = somewhere(stretch, offset).toString('base64');
      expect(secretsIn(Buffer.from(inBase64), secrets)).toEqual(['key']);
      expect(secretsIn(Buffer.from(inBase64, 'utf16le'), secrets)).toEqual(['key']);
    }
  }
});

it('finds nothing where there is nothing', () => {
  expect(secretsIn(somewhere(Buffer.from('çãoÉ-senha 773')), secrets)).toEqual([]);
  expect(secretsIn(Buffer.from(key.subarray(1, 16)), secrets)).toEqual([]);
  expect(secretsIn(Buffer.alloc(0), secrets)).toEqual([]);
});

it('names the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-secrets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, '000003.log');
  await writeFile(path, somewhere(Buffer.from(PASSWORD)));
  await writeFile(join(folder, 'other'), 'nothing');
  expect(await secretsUnder(folder, secrets)).toEqual([`password: ${path}`]);
});
