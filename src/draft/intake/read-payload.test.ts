import { expect, it } from 'vitest';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import { MOST_PAYLOAD_BYTES, readPayload } from './read-payload.ts';

const bytes = (...values: number[]): Bytes => Uint8Array.from(values);
const utf16 = (text: string): Bytes =>
  Uint8Array.from([...text].flatMap((character) => [character.charCodeAt(0), 0]));

it.each<[string, Bytes]>([
  ['utf-8', utf8('{"a":"ção"}')],
  ['utf-8-marked', concat(bytes(0xef, 0xbb, 0xbf), utf8('{"a":"ção"}'))],
  ['utf-16', concat(bytes(0xff, 0xfe), utf16('{"a":"ção"}'))],
  ['windows-1252', concat(utf8('{"a":"'), bytes(0xe7, 0xe3, 0x6f), utf8('"}'))],
])('reads a payload written in %s, and tells it', (encoding, file) => {
  expect(readPayload(file)).toEqual({
    ok: true,
    value: { document: { a: 'ção' }, findings: [], encoding },
  });
});

it('refuses what is no object', () => {
  expect(readPayload(utf8('[1]'))).toEqual({ ok: false, error: { fault: 'not-an-object' } });
});

it('refuses what is larger than any payload, unread', () => {
  expect(readPayload(new Uint8Array(MOST_PAYLOAD_BYTES + 1))).toEqual({
    ok: false,
    error: { fault: 'too-large' },
  });
});
