import { expect, it } from 'vitest';
import { failureOutcome } from './outcome.ts';
import { readReply } from './reply.ts';

const json = (body: unknown, status: number, headers = {}) =>
  Response.json(body, { status, headers });
const html = (status: number) =>
  new Response('<html><body>Portal</body></html>', {
    status,
    headers: { 'content-type': 'text/html' },
  });
const cut = (status = 200) =>
  new Response('{"arquivo": {"id": 5', {
    status,
    headers: { 'content-type': 'application/json' },
  });
const brokenOff = () =>
  new Response(
    new ReadableStream({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode('{"arq'));
        stream.error(new TypeError('reset'));
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );
const gateway = (code: string, status: number) =>
  json({ message: 'x', codigo: code }, status, { 'x-estafeta-gateway': code });
const tokenMessage = {
  message:
    'O Token enviado é inválido! Para maiores informações acesse: https://testes.tcm.go.gov.br/colare-doc',
};

/** [answer, what it is, what it means for a step that must not happen twice, for one that may]. */
const TABLE: [string, () => Response | undefined, string, string, string][] = [
  ['401', () => json(tokenMessage, 401), 'token-refused', 'missing', 'missing'],
  [
    '400 with the token sentence',
    () => json(tokenMessage, 400),
    'token-refused',
    'missing',
    'missing',
  ],
  [
    '412 with an array',
    () => json([{ level: 'error' }], 412),
    'schema-errors',
    'refused',
    'refused',
  ],
  [
    '412 with mensagens',
    () => json({ mensagens: { erros: [{ regra: 6, mensagem: 'm' }] } }, 412),
    'rule-errors',
    'refused',
    'refused',
  ],
  ['400 with message', () => json({ message: 'm' }, 400), 'problem', 'refused', 'refused'],
  ['404 with message', () => json({ message: 'm' }, 404), 'problem', 'refused', 'refused'],
  ['404 in HTML', () => html(404), 'not-the-server', 'unknown', 'pause'],
  [
    '413 without body',
    () => new Response(null, { status: 413 }),
    'not-the-server',
    'unknown',
    'pause',
  ],
  ['429', () => json({ message: 'm' }, 429), 'too-many', 'pause', 'pause'],
  ['500 with message', () => json({ message: 'm' }, 500), 'unavailable', 'unknown', 'pause'],
  ['503 in HTML', () => html(503), 'unavailable', 'unknown', 'pause'],
  ['200 in HTML', () => html(200), 'not-the-server', 'unknown', 'pause'],
  ['a redirect', () => new Response(null, { status: 302 }), 'not-the-server', 'unknown', 'pause'],
  ['truncated JSON', () => cut(), 'truncated', 'unknown', 'pause'],
  ['truncated JSON of a refusal', () => cut(412), 'not-the-server', 'unknown', 'pause'],
  ['a body that breaks off', brokenOff, 'truncated', 'unknown', 'pause'],
  ['no answer', () => undefined, 'no-answer', 'unknown', 'pause'],
  [
    'gateway: unreachable',
    () => gateway('upstream-unreachable', 502),
    'never-sent',
    'pause',
    'pause',
  ],
  ['gateway: time-out', () => gateway('upstream-timeout', 504), 'no-answer', 'unknown', 'pause'],
  ['gateway: answer lost', () => gateway('answer-lost', 502), 'no-answer', 'unknown', 'pause'],
  ['gateway: a word we do not know', () => gateway('other', 500), 'no-answer', 'unknown', 'pause'],
];

it.each(TABLE)('%s', async (_, response, kind, onceMeans, repeatableMeans) => {
  const reply = await readReply(response());
  expect(reply.kind).toBe(kind);
  if (reply.kind === 'success') throw new Error('not a failure');
  expect(failureOutcome(reply, 'once').kind).toBe(onceMeans);
  expect(failureOutcome(reply, 'repeatable').kind).toBe(repeatableMeans);
});

it('keeps what a refusal says', async () => {
  const reply = await readReply(json({ mensagens: { erros: [{ regra: 6, mensagem: 'm' }] } }, 412));
  if (reply.kind === 'success') throw new Error('not a failure');
  expect(failureOutcome(reply, 'once')).toMatchObject({
    kind: 'refused',
    code: 'rule-errors',
    detail: [{ regra: 6, mensagem: 'm' }],
  });
});

it('obeys Retry-After in seconds', async () => {
  const reply = await readReply(json({ message: 'm' }, 503, { 'retry-after': '120' }));
  if (reply.kind === 'success') throw new Error('not a failure');
  expect(failureOutcome(reply, 'repeatable')).toMatchObject({
    reason: 'server-unavailable',
    retryAfterMs: 120_000,
  });
});

it.each([
  ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
])('obeys Retry-After as a date (%s), by the clock of the answer itself', async (date, ms) => {
  const headers = { 'retry-after': date, date: 'Sun, 22 Nov 2026 12:00:00 GMT' };
  const reply = await readReply(json({ message: 'm' }, 429, headers));
  expect(reply).toMatchObject({ kind: 'too-many', retryAfterMs: ms });
});

it.each(['soon', 'Sun, 22 Nov 2026 12:00:30 GMT'])(
  'obeys no Retry-After that says nothing (%s without a date of the answer)',
  async (value) => {
    const reply = await readReply(json({ message: 'm' }, 503, { 'retry-after': value }));
    expect(reply).not.toHaveProperty('retryAfterMs');
  },
);
