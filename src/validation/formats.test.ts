import { describe, expect, it } from 'vitest';
import { formats } from './formats.ts';

// Recorded from what the court's library builds on: Joda-Time 2.10, java.util.UUID and java.net.URI
// of Java 17, JavaMail 1.6, Guava 31; `regex` from facts about its ECMAScript 5 engine.
const recorded: Record<string, { accepted: string[]; refused: string[] }> = {
  date: {
    accepted: ['2024-02-29', '0000-01-01', '9999-12-31'],
    refused: ['2023-02-29', '2024-1-05', ' 2024-01-01', '+2024-01-01', '01/01/2019', ''],
  },
  'date-time': {
    accepted: [
      '2024-01-01T00:00:00Z',
      '2024-01-01t00:00:00z',
      '2024-01-01T00:00:00+03',
      '2024-01-01T00:00:00+0300',
      '2024-01-01T00:00:00+03:00:10.123',
      '2024-01-01T00:00:00.123456789012Z',
    ],
    refused: [
      '2024-01-01 00:00:00Z',
      '2024-01-01T00:00:00.1234567890123Z',
      '2024-01-01T23:59:60Z',
      '2024-01-01T24:00:00Z',
      '2024-01-01T00:00:00+24:00',
      '2024-01-01T00:00:00',
      '2023-02-29T00:00:00Z',
    ],
  },
  uuid: {
    accepted: [
      '29f5882c-1188-4be6-9d16-b56d959e3518',
      '1-1-1-1-1',
      '+9f5882c-1188-4be6-9d16-b56d959e3518',
      '7fffffffffffffff-1-1-1-1',
    ],
    refused: [
      'urn:uuid:29f5882c-1188-4be6-9d16-b56d959e3518',
      '8fffffffffffffff-1-1-1-1',
      '29f5882c-1188-4be6-9d16-b56d959e35189',
      '1-1-1-1',
      '1--1-1-1',
    ],
  },
  email: {
    accepted: ['a@b', 'Nome <a@b.c>', '"a b"@c.d', 'á@b.c', ' a@b.c', 'a@[1.2.3.4]'],
    refused: ['a', '@b', 'a@', 'a..b@c.d', '.a@b.c', 'a b@c.d', 'a@b_c.d', 'a@b,c@d'],
  },
  hostname: {
    accepted: ['a', 'a.', 'a_b', 'á.b', 'a.b-c.d', '1.a', 'a'.repeat(63)],
    refused: ['', 'a..b', '-a', '_a', 'a.1', 'a b', 'a'.repeat(64), `${'a.'.repeat(127)}a`],
  },
  ipv4: {
    accepted: ['1.2.3.4', '::ffff:1.2.3.4', '::ffff:102:304'],
    refused: ['01.2.3.4', '256.1.1.1', '1.2.3', '1.2.3.4.5', '::1.2.3.4', ''],
  },
  ipv6: {
    accepted: ['::', '1::', '1:2:3:4:5:6:1.2.3.4', '::1.2.3.4', 'fe80::1%eth0'],
    refused: ['::ffff:1.2.3.4', '1:2:3:4:5:6:7', '1::2::3', '12345::', '1:2:3:4:5:6:7:8:9', ':::'],
  },
  uri: {
    accepted: [
      '',
      '#f',
      'a/b',
      '//a',
      'http:///',
      'urn:?x',
      'http://[::1]/',
      'http://á.b/ç',
      '?a[b]',
    ],
    refused: ['http://', '//', 'http:', '1a:b', 'a b', 'a/%zz', 'a[b]', 'http://[1.2.3]', 'a|b'],
  },
  regex: {
    accepted: ['^a+$', '\\(?<', '[(?<]', '(?=a)', '\\ç'],
    refused: ['(', '(?<=a)b', '(?<!a)b', '(?<nome>a)'],
  },
};

it('every format is recorded', () => {
  expect(Object.keys(recorded).sort()).toEqual([...formats.keys()].sort());
});

describe.each(Object.entries(recorded))('%s', (name, { accepted, refused }) => {
  const accepts = (text: string) => formats.get(name)?.accepts(text);
  it.each(accepted)('accepts "%s"', (text) => expect(accepts(text)).toBe(true));
  it.each(refused)('refuses "%s"', (text) => expect(accepts(text)).toBe(false));
});
