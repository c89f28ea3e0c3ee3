import { expect, it } from 'vitest';
import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { stores } from '../stores.ts';
import { takeFile } from './take-file.ts';

const going = new AbortController().signal;
const file = (content: string, name: string, type = '') => new File([content], name, { type });

it('a file is what it is by its content, whatever its name says, and is kept by its hash', async () => {
  const shares: number[] = [];
  const taken = await takeFile(
    file('%PDF-1.7 a', 'nota.txt', 'text/plain'),
    (share) => shares.push(share),
    going,
  );
  if (!taken.ok) throw new Error(taken.error);
  const { sha256, ...facts } = taken.value;
  expect(facts).toEqual({
    nome: 'nota.txt',
    size: 10,
    mimeType: 'application/pdf',
    signatures: [],
  });
  expect(sha256).toBe(await sha256Hex(utf8('%PDF-1.7 a')));
  expect(await (await stores.files.get(sha256))?.text()).toBe('%PDF-1.7 a');
});

it('a type the platform has no name for goes as another, with its own name beside it', async () => {
  const taken = await takeFile(file('x', 'planta.dwg', 'image/vnd.dwg'), () => {}, going);
  expect(taken).toMatchObject({
    value: { mimeType: 'outro', dadosComplementares: 'image/vnd.dwg' },
  });
});

it('an empty file, and one whose reading was stopped, are not taken', async () => {
  expect(await takeFile(file('', 'a.pdf'), () => {}, going)).toEqual({ ok: false, error: 'empty' });
  const stopped = AbortSignal.abort();
  const taken = await takeFile(file('parado', 'a.pdf'), () => {}, stopped);
  expect(taken).toEqual({ ok: false, error: 'stopped' });
  expect(await stores.files.get(await sha256Hex(utf8('parado')))).toBeUndefined();
});
