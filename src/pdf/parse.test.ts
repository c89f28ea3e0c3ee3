import { expect, test } from 'vitest';
import { utf8 } from '../base/bytes.ts';
import { Lexer } from './lexer.ts';
import { parseIndirectObject, parseObject } from './parse.ts';
import { serialize } from './serialize.ts';

const parse = (text: string) => parseObject(new Lexer(utf8(text), 0));

const direct = async (length: unknown) => (typeof length === 'number' ? length : null);

test('two numbers and R are a reference, numbers without it stay numbers', () => {
  expect(parse('[1 2 3 0 R 4 0]')).toEqual([1, 2, { kind: 'ref', number: 3, generation: 0 }, 4, 0]);
});

test.each([
  [
    '<< /A#23 [true null -0.5] /B << /C (x\\)) >> >>',
    '<< /A#23 [true null -0.5] /B << /C (x\\)) >> >>',
  ],
  [
    '<</M<feff00e7>/N 0.0000001/R 12 3 R>>',
    '<< /M <feff00e7> /N 0.00000010000000000000 /R 12 3 R >>',
  ],
])('%s is written again with the same meaning', (read, written) => {
  expect(serialize(parse(read))).toBe(written);
});

test.each([
  ['a key given twice', '<< /A 1 /A 2 >>'],
  ['a key that is no name', '<< 1 2 >>'],
  ['a dictionary without end', '<< /A 1'],
  ['a word that is no object', 'foo'],
  ['nesting without measure', '['.repeat(100_000)],
])('%s is refused', (_, text) => {
  expect(() => parse(text)).toThrow('pdf-broken');
});

test('a stream keeps its bytes as stored', async () => {
  const pdf = utf8('7 1 obj << /Length 5 >> stream\r\na\nb\nc\nendstream endobj');
  const { number, generation, object } = await parseIndirectObject(pdf, 0, direct);
  expect([number, generation]).toEqual([7, 1]);
  expect(object).toMatchObject({ kind: 'stream', data: utf8('a\nb\nc') });
});

test.each([
  ['too long', '9999'],
  ['too short', '2'],
  ['negative', '-1'],
  ['missing', 'null'],
])('a stream with a length that is %s is refused', async (_, length) => {
  const pdf = utf8(`7 0 obj << /Length ${length} >> stream\nabcde\nendstream endobj`);
  await expect(parseIndirectObject(pdf, 0, direct)).rejects.toThrow('pdf-broken');
});
