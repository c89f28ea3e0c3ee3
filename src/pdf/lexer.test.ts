import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import { Lexer } from './lexer.ts';

const first = (text: string) => new Lexer(utf8(text), 0).next();

const stringIn = (text: string): string => {
  const token = first(text);
  return token.kind === 'string' ? fromUtf8(token.bytes) : `not a string: ${token.kind}`;
};

describe('strings', () => {
  test.each([
    ['(a(b)c)', 'a(b)c'],
    ['(a\\)b)', 'a)b'],
    ['(a\\\\)', 'a\\'],
    ['(\\101\\60x\\0609)', 'A0x09'],
    ['(a\\\r\nb)', 'ab'],
    ['(a\r\nb\rc)', 'a\nb\nc'],
    ['(\\n\\q)', '\nq'],
    ['<48 69>', 'Hi'],
    ['<486>', 'H`'],
    ['<>', ''],
  ])('%s reads as %j', (written, read) => {
    expect(stringIn(written)).toBe(read);
  });

  test.each(['(open', '(a\\', '<48', '<4x>'])('%s is refused', (written) => {
    expect(() => first(written)).toThrow('pdf-broken');
  });
});

test('names are read without their escapes', () => {
  expect(first('/A#20B#2f>')).toEqual({ kind: 'name', name: 'A B/' });
});

test.each([
  ['-.5', -0.5],
  ['+17', 17],
  ['4.', 4],
  ['595.27559055118110236220472', 595.2755905511812],
])('%s is the number %d', (written, value) => {
  expect(first(written)).toEqual({ kind: 'number', value });
});

test('comments and white space stand between tokens', () => {
  const lexer = new Lexer(utf8('\0 % a comment\r 1 %last'), 0);
  expect(lexer.next()).toEqual({ kind: 'number', value: 1 });
  expect(lexer.next()).toEqual({ kind: 'end' });
});

test.each([')', '}', '>x', '9'.repeat(30), '/A'.padEnd(9000, 'A')])('%s is no token', (written) => {
  expect(() => first(written)).toThrow('pdf-broken');
});
