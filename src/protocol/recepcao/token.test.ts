import { expect, it } from 'vitest';
import { toBase64Url, utf8 } from '../../base/bytes.ts';
import { endOfTokenDay, isUsable, readToken } from './token.ts';

const jwt = (claims: object) =>
  ['{"alg":"HS512"}', JSON.stringify(claims), 'sig']
    .map((part) => toBase64Url(utf8(part)))
    .join('.');

// The token printed in the court's own documentation: asked 16:51:49, ends 22:51:49 (UTC-2, summer time).
const created = 1543603909;
const documented = {
  logadoComCertificadoDigital: true,
  sub: '12345678900',
  audience: 'web',
  created,
  representacao: 21,
  exp: created + 21600,
};

it('reads a pasted token', () => {
  const now = created * 1000;
  expect(readToken(` ${jwt(documented)}\n`, now, { fresh: false })).toMatchObject({
    ok: true,
    value: { cpf: '12345678900', representacao: 21, expiresAt: documented.exp * 1000, skewMs: 0 },
  });
});

it('refuses what is no token, and one that has ended', () => {
  const fault = (text: string, now: number) => {
    const read = readToken(text, now, { fresh: false });
    return read.ok ? 'read' : read.error;
  };
  expect(fault('abc', 0)).toBe('not-a-token');
  expect(fault('a.%%%.c', 0)).toBe('not-a-token');
  expect(fault(jwt({ sub: '1' }), 0)).toBe('not-a-token');
  expect(fault(jwt(documented), documented.exp * 1000)).toBe('expired');
});

it('ends a token at 23:59 in São Paulo where that comes before its exp', () => {
  const late = { ...documented, created: created + 6 * 3600, exp: created + 12 * 3600 };
  const read = readToken(jwt(late), late.created * 1000, { fresh: false });
  expect(read.ok && new Date(read.value.expiresAt).toISOString()).toBe('2018-12-01T01:59:00.000Z');
});

it('knows the next 23:59 in São Paulo, with and without summer time, at the very minute too', () => {
  const end = (at: string) => new Date(endOfTokenDay(Date.parse(at))).toISOString();
  expect(end('2026-11-21T12:00:00Z')).toBe('2026-11-22T02:59:00.000Z');
  expect(end('2018-12-01T01:00:00Z')).toBe('2018-12-01T01:59:00.000Z');
  expect(end('2026-11-22T02:59:00Z')).toBe('2026-11-23T02:59:00.000Z');
  expect(end('2026-11-22T02:59:30Z')).toBe('2026-11-23T02:59:00.000Z');
});

it('times a fresh token by the court, not by a PC whose clock is wrong', () => {
  const now = created * 1000 + 7 * 3600_000;
  const read = readToken(jwt(documented), now, { fresh: true });
  expect(read.ok && read.value.skewMs).toBe(-7 * 3600_000);
  if (!read.ok) throw new Error(read.error);
  expect(isUsable(read.value, now + 21600_000 - 61_000)).toBe(true);
  expect(isUsable(read.value, now + 21600_000 - 59_000)).toBe(false);
});
