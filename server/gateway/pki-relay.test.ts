import { expect, it } from 'vitest';
import { type Bytes, utf8 } from '../../src/base/bytes.ts';
import { systemClock } from '../../src/base/clock.ts';
import type { UpstreamFault } from '../../src/base/gateway-answer.ts';
import { err, ok } from '../../src/base/result.ts';
import { createGateway } from './gateway.ts';
import type { UpstreamAnswer, UpstreamRequest } from './upstream.ts';

const HOST = '127.0.0.1:8080';
const PAGE = { host: HOST, 'x-estafeta': '1', origin: `http://${HOST}` };
const LIST = 'http://lcr.autoridade.example/ac.crl';
const OCSP = 'http://ocsp.autoridade.example/';

const ADDRESSES: Record<string, string[]> = {
  'lcr.autoridade.example': ['200.198.192.1', '2804:14c::1'],
  'ocsp.autoridade.example': ['200.198.192.2'],
  'dentro.autoridade.example': ['200.198.192.3', '10.0.0.7'],
  'aqui.autoridade.example': ['127.0.0.1'],
  'nuvem.autoridade.example': ['169.254.169.254'],
  'seis.autoridade.example': ['::1'],
  '127.0.0.1': ['127.0.0.1'],
};
const names = [...Object.keys(ADDRESSES), 'ausente.autoridade.example'];

/** A gateway that knows these hosts and keeps what it asked them. */
const useRelay = (answer: Partial<UpstreamAnswer> | UpstreamFault = {}) => {
  const asked: UpstreamRequest[] = [];
  const gateway = createGateway({
    clock: systemClock,
    ambientes: [
      {
        id: 'simulado',
        tipo: 'simulado',
        nome: 'Simulador local',
        recepcao: 'http://unused',
        passaporte: 'https://unused',
        anchors: [],
        ca: [],
        published: { 'http://ac.demonstracao.invalid/ac.crl': 'http://127.0.0.1:9/sandbox/ac.crl' },
      },
    ],
    keyHosts: [HOST],
    pki: { names, resolve: async (host) => ADDRESSES[host] ?? [] },
    readFile: async () => undefined,
    ask: async (request) => {
      asked.push(request);
      if (typeof answer === 'string') return err(answer);
      return ok({ status: 200, headers: new Headers(), body: utf8('list'), ...answer });
    },
  });
  const ask = (url: string, init: RequestInit = {}) =>
    gateway(
      new Request(`http://${HOST}/gateway/simulado/pki?url=${encodeURIComponent(url)}`, {
        headers: PAGE,
        ...init,
      }),
    );
  const told = async (url: string, init: RequestInit = {}) =>
    (await ask(url, init)).headers.get('x-estafeta-gateway');
  const post = (type: string, body: string | Bytes = 'query'): RequestInit => ({
    method: 'POST',
    headers: { ...PAGE, 'content-type': type },
    body,
  });
  return { asked, ask, told, post };
};

it('fetches a list from the address that the name led to, and passes nothing of the caller on', async () => {
  const { ask, asked } = useRelay();
  const headers = { ...PAGE, cookie: 'a=1', authorization: 'segredo', 'accept-language': 'pt' };
  const response = await ask(LIST, { headers });
  expect([response.status, await response.text()]).toEqual([200, 'list']);
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(asked).toEqual([
    {
      url: new URL(LIST),
      address: '200.198.192.1',
      method: 'GET',
      headers: { 'user-agent': 'Estafeta' },
      ca: [],
      limits: { bytes: 33_554_432, ms: 10_000 },
    },
  ]);
});

it.each(['application/ocsp-request', 'application/timestamp-query'])(
  'passes a query of type %s on',
  async (type) => {
    const { told, asked, post } = useRelay();
    expect(await told(OCSP, post(type))).toBe('relayed');
    expect(asked[0]).toMatchObject({
      method: 'POST',
      headers: { 'user-agent': 'Estafeta', 'content-type': type },
      body: utf8('query'),
    });
  },
);

it.each([
  ['a host that no authority named', 'http://outra.example/ac.crl', 'address-not-allowed'],
  ['another port', 'http://lcr.autoridade.example:8080/ac.crl', 'address-not-allowed'],
  [
    'the port of the other scheme',
    'http://lcr.autoridade.example:443/ac.crl',
    'address-not-allowed',
  ],
  ['another scheme', 'ftp://lcr.autoridade.example/ac.crl', 'address-not-allowed'],
  ['a file', 'file:///etc/passwd.crl', 'address-not-allowed'],
  ['a name and password', 'http://a:b@lcr.autoridade.example/ac.crl', 'address-not-allowed'],
  ['a page', 'http://lcr.autoridade.example/', 'address-not-allowed'],
  [
    'a page with a list in its query',
    'http://lcr.autoridade.example/?a.crl',
    'address-not-allowed',
  ],
  ['no address', 'ac.crl', 'address-not-allowed'],
  ['loopback in numbers', 'http://127.0.0.1/ac.crl', 'address-not-public'],
  ['loopback in other numbers', 'http://2130706433/ac.crl', 'address-not-public'],
  ['a name that leads to loopback', 'http://aqui.autoridade.example/ac.crl', 'address-not-public'],
  [
    'a name that also leads inside',
    'http://dentro.autoridade.example/ac.crl',
    'address-not-public',
  ],
  [
    'a name that leads to link-local',
    'http://nuvem.autoridade.example/a.crl',
    'address-not-public',
  ],
  ['a name that leads to ::1', 'https://seis.autoridade.example/ac.crl', 'address-not-public'],
  ['a name that leads nowhere', 'http://ausente.autoridade.example/a.crl', 'authority-unreachable'],
])('asks nobody for %s', async (_, url, code) => {
  const { told, asked } = useRelay();
  expect(await told(url)).toBe(code);
  expect(asked).toEqual([]);
});

it.each([
  ['another kind of body', { method: 'POST', type: 'application/json' }, 'address-not-allowed'],
  ['another method', { method: 'PUT', type: 'application/ocsp-request' }, 'method-not-allowed'],
])('passes on no %s', async (_, { method, type }, code) => {
  const { told, asked, post } = useRelay();
  expect(await told(OCSP, { ...post(type), method })).toBe(code);
  expect(asked).toEqual([]);
});

it('passes on no query larger than any is', async () => {
  const { told, asked, post } = useRelay();
  const large = new Uint8Array(70_000);
  expect(await told(OCSP, post('application/ocsp-request', large))).toBe('body-too-large');
  expect(asked).toEqual([]);
});

it.each([
  ['upstream-unreachable', 'authority-unreachable'],
  ['upstream-untrusted', 'authority-untrusted'],
  ['upstream-timeout', 'authority-silent'],
  ['answer-lost', 'authority-silent'],
] as const)('tells %s of an authority, not of the court: %s', async (fault, code) => {
  const response = await useRelay(fault).ask(LIST);
  const { codigo, message } = await response.json();
  expect([codigo, response.headers.get('x-estafeta-gateway')]).toEqual([code, code]);
  expect(message).toContain('autoridade certificadora');
  expect(message).not.toContain('tribunal');
});

it('follows no redirect', async () => {
  const headers = new Headers({ location: 'http://127.0.0.1/' });
  const { told, asked } = useRelay({ status: 302, headers });
  expect(await told(LIST)).toBe('redirected');
  expect(asked).toHaveLength(1);
});

it('answers the app’s own page only', async () => {
  const { told, asked } = useRelay();
  expect(await told(LIST, { headers: { ...PAGE, origin: 'http://outra.example' } })).toBe(
    'origin-not-allowed',
  );
  const { 'x-estafeta': _, ...plain } = PAGE;
  expect(await told(LIST, { headers: plain })).toBe('origin-not-allowed');
  expect(asked).toEqual([]);
});

it('asks the sandbox for exactly what the demo authorities publish, and loopback for nothing else', async () => {
  const { told, asked } = useRelay();
  expect(await told('http://ac.demonstracao.invalid/ac.crl')).toBe('relayed');
  expect(asked[0]?.url.href).toBe('http://127.0.0.1:9/sandbox/ac.crl');
  expect(await told('http://ac.demonstracao.invalid/outra.crl')).toBe('address-not-allowed');
  expect(await told('http://127.0.0.1:9/sandbox/ac.crl')).toBe('address-not-allowed');
  expect(asked).toHaveLength(1);
});
