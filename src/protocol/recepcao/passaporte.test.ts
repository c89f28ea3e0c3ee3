import { expect, it } from 'vitest';
import { toBase64Url, utf8 } from '../../base/bytes.ts';
import type { Http } from '../../base/http.ts';
import { parseJson } from '../../base/json.ts';
import { askRepresentacoes, askToken, byBrowserStore, byGateway } from './passaporte.ts';

const { signal } = new AbortController();
const clock = { now: () => 1543603909_000 };
const claims = { sub: '12345678900', representacao: 21, created: 1543603909, exp: 1543625509 };
const valor = ['{}', JSON.stringify(claims), 's'].map((part) => toBase64Url(utf8(part))).join('.');
const through = (http: Http) =>
  byGateway(http, new URL('http://localhost/gateway/simulado/login'), async () => ({
    privateKey: new Uint8Array([1, 2, 3]),
    certificates: [new Uint8Array([4]), new Uint8Array([5])],
  }));

it('hands the key to the gateway for one request, marked as the app’s own', async () => {
  const requests: Request[] = [];
  const way = through(async (request) => {
    requests.push(request);
    return Response.json({ token: { valor, claims }, usuario: {} });
  });
  const token = await askToken(way, 21, clock, signal);
  expect(token).toMatchObject({ ok: true, value: { value: valor, cpf: '12345678900' } });
  const [request] = requests;
  expect(request?.method).toBe('POST');
  expect(request?.headers.get('x-estafeta')).toBe('1');
  expect(parseJson((await request?.text()) ?? '')).toEqual({
    operation: 'token',
    representacao: 21,
    privateKey: 'AQID',
    certificates: ['BA==', 'BQ=='],
  });
});

it('asks Passaporte itself with the certificate of the browser', async () => {
  const requests: Request[] = [];
  const way = byBrowserStore(async (request) => {
    requests.push(request);
    return Response.json({
      nome: 'MARIA',
      representacoes: [{ codigo: 21, representacao: 'PREFEITA', unidade: 'PREFEITURA' }],
    });
  }, 'https://localhost:8443');
  const found = await askRepresentacoes(way, signal);
  expect(found).toMatchObject({
    ok: true,
    value: { nome: 'MARIA', representacoes: [{ codigo: 21, representacao: 'PREFEITA' }] },
  });
  expect(requests[0]?.url).toBe('https://localhost:8443/passaporte/api/auth/representacoes');
  expect(requests[0]?.credentials).toBe('include');
  await askToken(way, 21, clock, signal);
  expect(requests[1]?.url).toMatch(/\/certificado\?representacao=21$/);
});

it.each([
  ['no answer', () => Promise.reject(new TypeError('network')), 'no-answer'],
  [
    '401 of Passaporte',
    async () => Response.json({ message: 'm' }, { status: 401 }),
    'certificate-refused',
  ],
  ['500', async () => Response.json({ message: 'm' }, { status: 500 }), 'server-unavailable'],
  [
    'a portal page',
    async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    'not-the-server',
  ],
  ['JSON of another shape', async () => Response.json({ hello: 1 }), 'not-the-server'],
  [
    'a gateway that takes no keys',
    async () =>
      Response.json({}, { status: 403, headers: { 'x-estafeta-gateway': 'keys-not-taken' } }),
    'keys-not-taken',
  ],
  [
    'a certificate refused in the handshake',
    async () =>
      Response.json({}, { status: 502, headers: { 'x-estafeta-gateway': 'certificate-refused' } }),
    'certificate-refused',
  ],
] as const)('tells %s apart', async (_, http, fault) => {
  expect(await askToken(through(http), 21, clock, signal)).toEqual({ ok: false, error: fault });
});
