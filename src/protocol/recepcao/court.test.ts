import { expect, it } from 'vitest';
import { courtOf } from './court.ts';

const PERIOD = { spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 };
const token = { value: 'a.b.c', representacao: 830, cpf: '1', expiresAt: 4e12, skewMs: 0 };

/** A court that gives this answer to everything. */
const answering = (answer: () => Response, validar?: string) =>
  courtOf(
    {
      http: async () => answer(),
      host: '',
      origin: 'http://127.0.0.1',
      ...(validar && { validar }),
    },
    { token: () => token, tokenRefused: () => {}, signer: () => undefined },
  );

const { signal } = new AbortController();
const arquivo = { id: 1, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', jsonNode: {} };
const json = (body: object, status = 200) => Response.json(body, { status });

it.each<[string, () => Response, string]>([
  ['a list', () => json({ arquivos: [arquivo] }), 'listed'],
  ['an empty list', () => json({ arquivos: [] }), 'listed'],
  ['a list with one that cannot be read', () => json({ arquivos: [arquivo, {}] }), 'no-list'],
  ['another shape', () => json({ arquivo }), 'no-list'],
  ['404', () => json({ message: 'não existe' }, 404), 'no-list'],
  ['405 without a word', () => new Response(null, { status: 405 }), 'no-list'],
  ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'no-list'],
  ['a list that breaks off', () => new Response('{"arquivos": [{'), 'failed'],
  ['500', () => json({ message: 'falha' }, 500), 'failed'],
  ['401', () => json({ message: 'token' }, 401), 'failed'],
])('%s is read for what it proves', async (_, answer, kind) => {
  expect((await answering(answer).list(PERIOD, signal)).kind).toBe(kind);
});

it.each<[string, () => Response, string]>([
  ['404', () => json({ message: 'não existe' }, 404), 'gone'],
  ['403', () => json({ message: 'proibido' }, 403), 'failed'],
  ['the delivery', () => json({ arquivo }), 'found'],
])('takes a delivery for gone only where the court knows none: %s', async (_, answer, kind) => {
  expect((await answering(answer).delivery(PERIOD, 1, signal)).kind).toBe(kind);
});

it.each<[string, () => Response, string]>([
  [
    'a file',
    () => new Response('%PDF', { headers: { 'content-type': 'application/pdf' } }),
    'file',
  ],
  ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'other'],
  ['404', () => json({ message: 'não há arquivo' }, 404), 'problem'],
  ['401', () => json({ message: 'token' }, 401), 'token-refused'],
])('gives a file of a delivery only where the court sent one: %s', async (_, answer, what) => {
  const found = await answering(answer).file('r', 'f', signal);
  if (what === 'file') {
    expect(found.kind === 'found' && (await found.content.text())).toBe('%PDF');
  } else {
    const kind = what === 'other' ? 'not-the-server' : what;
    expect(found).toMatchObject({ kind: 'failed', reply: { kind } });
  }
});

it('takes for an objection only what the court says against the data, where it is asked', async () => {
  const erros = [{ regra: 7, mensagem: 'Já existe' }];
  const refused = () => json({ mensagens: { erros } }, 412);
  const objections = (answer: () => Response, validar?: string) =>
    answering(answer, validar).objections(PERIOD, '{}', signal);
  expect(await objections(refused, '/validar')).toEqual(erros);
  expect(await objections(refused)).toBeUndefined();
  for (const answer of [() => json({}), () => json({ message: 'não existe' }, 404)]) {
    expect(await objections(answer, '/validar')).toBeUndefined();
  }
});
