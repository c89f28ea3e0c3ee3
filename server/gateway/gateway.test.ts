import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes.ts';
import { systemClock } from '../../src/base/clock.ts';
import type { GatewayConfig } from '../../src/base/environment.ts';
import type { Http } from '../../src/base/http.ts';
import { askOverNode } from '../ask-over-node.ts';
import type { GatewayAmbiente } from './ambientes.ts';
import { createGateway, type GatewayOptions } from './gateway.ts';

const HOST = '127.0.0.1:8080';
const PAGE = { host: HOST, 'x-estafeta': '1', origin: `http://${HOST}` };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const court = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const SIMULADO: GatewayAmbiente = {
  id: 'simulado',
  tipo: 'simulado',
  nome: 'Simulador local',
  recepcao: 'http://unused',
  passaporte: 'https://localhost:8443',
  anchors: ['PEM'],
  ca: [],
};

const OPTIONS: Omit<GatewayOptions, 'ambientes'> = {
  keyHosts: [HOST],
  pki: { names: [], resolve: async () => [] },
  readFile: async (path) => (path === '/index.html' ? utf8('<!doctype html>') : undefined),
  ask: askOverNode(200),
  clock: systemClock,
};

const gatewayTo = (recepcao: string, keyHosts = [HOST]): Http =>
  createGateway({ ...OPTIONS, ambientes: [{ ...SIMULADO, recepcao }], keyHosts });

const from = (path: string, init: RequestInit = {}): Request =>
  new Request(`http://${HOST}${path}`, { headers: PAGE, ...init });

const told = (response: Response) => response.headers.get('x-estafeta-gateway');

it('publishes its environments, with a login only where it takes keys', async () => {
  const ask = (gateway: Http) => gateway(from('/gateway/config.json', { headers: { host: HOST } }));
  const config: GatewayConfig = await (await ask(gatewayTo('http://unused'))).json();
  expect(config).toEqual({
    gateway: true,
    ambientes: [
      {
        id: 'simulado',
        tipo: 'simulado',
        nome: 'Simulador local',
        hosts: {
          recepcao: '/gateway/simulado',
          passaporte: 'https://localhost:8443',
          login: '/gateway/simulado/login',
          pki: '/gateway/simulado/pki',
        },
        anchors: ['PEM'],
      },
    ],
  });
  const elsewhere: GatewayConfig = await (await ask(gatewayTo('http://unused', []))).json();
  expect(elsewhere.ambientes[0]?.hosts).not.toHaveProperty('login');
});

it('asks the open services for what their address says, and for nothing else of theirs', async () => {
  const seen: { line: string; headers: Record<string, unknown> }[] = [];
  const ws = await court((request, response) => {
    seen.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    response.setHeader('content-type', 'application/json').end('[]');
  });
  const gateway = createGateway({
    ...OPTIONS,
    ambientes: [
      {
        ...SIMULADO,
        publico: ws,
        servicos: { unidades: '/api/rest/unidades/{ibge}' },
      },
    ],
  });
  const authorized = { ...PAGE, authorization: 'token', cookie: 'a=b' };
  const ask = (path: string, method = 'GET') =>
    gateway(from(`/gateway/simulado/publico${path}`, { method, headers: authorized }));
  const served = [
    '/api/rest/passaporteService/5208707/representacoes',
    '/api/rest/colareService/5208707/legislacoes',
    '/api/rest/unidades/5208707',
  ];
  for (const path of served) expect(told(await ask(path))).toBe('relayed');
  const refused = [
    '/api/rest/passaporteService/5208707/outro',
    '/api/rest/passaporteService/520870/representacoes',
    '/api/rest/passaporteService/5208707/representacoes/5208707',
    '/api/rest/adimplencia/5208707',
    '/api/rest/passaporteService/5208707/..%2Frepresentacoes',
  ];
  for (const path of refused) expect(told(await ask(path))).toBe('path-unknown');
  expect(told(await ask(served[0] ?? '', 'POST'))).toBe('method-not-allowed');
  expect(seen.map(({ line }) => line)).toEqual(served.map((path) => `GET ${path}`));
  for (const { headers } of seen) expect(headers).not.toHaveProperty('authorization');
  for (const { headers } of seen) expect(headers).not.toHaveProperty('cookie');
  const without = gatewayTo(ws);
  const answer = await without(from(`/gateway/simulado/publico${served[0]}`));
  expect(told(answer)).toBe('path-unknown');
});

it('relays method, path, query, body and the court’s fields, and nothing of the browser’s own', async () => {
  const seen: { line: string; headers: object; body: string }[] = [];
  const base = await court(async (request, response) => {
    const body = (await request.setEncoding('utf8').toArray()).join('');
    seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    response.writeHead(412, { 'content-type': 'application/json', 'set-cookie': 'a=b' });
    response.end('[]');
  });
  const response = await gatewayTo(base)(
    from('/gateway/simulado/recepcao/LIC/REG_LICITACAO/1/2019?x=1', {
      method: 'POST',
      body: '{"ação":1}',
      headers: {
        ...PAGE,
        authorization: 'eyJ',
        'content-type': 'application/json',
        cookie: 'session=1',
        connection: 'x-hop',
        'x-hop': '1',
      },
    }),
  );
  expect(response.status).toBe(412);
  expect(await response.text()).toBe('[]');
  expect(told(response)).toBe('relayed');
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(seen).toEqual([
    {
      line: 'POST /recepcao/LIC/REG_LICITACAO/1/2019?x=1',
      body: '{"ação":1}',
      headers: {
        authorization: 'eyJ',
        'content-type': 'application/json',
        'content-length': '12',
        'user-agent': 'Estafeta',
        host: new URL(base).host,
        connection: 'close',
      },
    },
  ]);
});

it('follows no redirect and hands none to the page', async () => {
  const base = await court((_, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end();
  });
  const response = await gatewayTo(base)(from('/gateway/simulado/recepcao/LIC/X/1/2019/5'));
  expect([response.status, response.headers.get('location')]).toEqual([302, null]);
});

it('reaches no other address than the court’s reception and sending', async () => {
  let reached = 0;
  const gateway = gatewayTo(
    await court((_, response) => {
      reached += 1;
      response.end();
    }),
  );
  const paths = [
    '/gateway/simulado/passaporte/api/auth/representacoes',
    '/gateway/simulado/recepcao',
    '/gateway/simulado/recepcao/../sandbox/test/faults',
    '/gateway/simulado/recepcao/%2e%2e/sandbox/test/faults',
    '/gateway/simulado/recepcao/..%2fsandbox/test',
    '/gateway/simulado/recepcao/%252e%252e/sandbox',
    '/gateway/simulado/recepcao//evil.example/x',
    '/gateway/simulado//evil.example/recepcao/x',
    '/gateway/simulado/recepcao\\..\\sandbox',
    '/gateway/simulado/@evil.example/recepcao/x',
    '/gateway/simulado/http://evil.example/recepcao/x',
    '/gateway/simulado@evil.example/recepcao/x',
    '/gateway/producao/recepcao/x',
    '/gateway/%73imulado/recepcao/x',
    '/gateway/simulado',
    '/gateway/',
  ];
  for (const path of paths) expect([path, (await gateway(from(path))).status]).toEqual([path, 404]);
  expect((await gateway(from('/gateway/simulado/recepcao/x', { method: 'PATCH' }))).status).toBe(
    405,
  );
  expect(reached).toBe(0);
});

it('answers its own page only: its origin and its header', async () => {
  const gateway = gatewayTo(await court((_, response) => response.end()));
  const ask = async (headers: Record<string, string>) =>
    told(
      await gateway(from('/gateway/simulado/recepcao/x', { headers: { host: HOST, ...headers } })),
    );
  expect(await ask({ 'x-estafeta': '1', origin: `http://${HOST}` })).toBe('relayed');
  expect(await ask({ 'x-estafeta': '1', 'sec-fetch-site': 'same-origin' })).toBe('relayed');
  expect(await ask({ origin: `http://${HOST}` })).toBe('origin-not-allowed');
  expect(await ask({ 'x-estafeta': '1' })).toBe('origin-not-allowed');
  expect(await ask({ 'x-estafeta': '1', 'sec-fetch-site': 'cross-site' })).toBe(
    'origin-not-allowed',
  );
  for (const origin of ['http://evil.example', 'null', `http://${HOST}.evil.example`]) {
    expect(await ask({ 'x-estafeta': '1', origin })).toBe('origin-not-allowed');
  }
  const preflight = await gateway(
    from('/gateway/simulado/recepcao/x', {
      method: 'OPTIONS',
      headers: { host: HOST, origin: 'http://evil.example' },
    }),
  );
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});

it('lets the court refuse 11 MB, and refuses over 12 MB itself', async () => {
  let received = 0;
  const gateway = gatewayTo(
    await court(async (request, response) => {
      for await (const part of request) received += part.length;
      response.writeHead(400).end();
    }),
  );
  const upload = (size: number) =>
    gateway(
      from('/gateway/simulado/recepcao/arquivo/upload', {
        method: 'POST',
        body: new Uint8Array(size),
      }),
    );
  expect(told(await upload(11 * 2 ** 20))).toBe('relayed');
  expect(received).toBe(11 * 2 ** 20);
  const refused = await upload(12 * 2 ** 20 + 1);
  expect([refused.status, told(refused)]).toEqual([413, 'body-too-large']);
  expect(received).toBe(11 * 2 ** 20);
});

const codeOf = async (base: string) => {
  const request = from('/gateway/simulado/recepcao/x', { method: 'POST', body: '{}' });
  const response = await gatewayTo(base)(request);
  const { codigo, message } = await response.json();
  expect(codigo).toBe(told(response));
  expect(message).toMatch(/\.$/);
  return `${response.status} ${codigo}`;
};

it('says that nothing was sent where no connection was made', async () => {
  const base = await court(() => {});
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await codeOf(base)).toBe('502 upstream-unreachable');
});

it('says that the answer was lost where the connection broke after the request', async () => {
  expect(await codeOf(await court((request) => request.socket.destroy()))).toBe('502 answer-lost');
});

it('says that the answer was lost where it came cut, by length or by chunk', async () => {
  const byLength = await court((request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"arquivo":', () => request.socket.destroy());
  });
  const byChunk = await court((request, response) => {
    response.write('{"arquivo":', () => request.socket.destroy());
  });
  expect(await codeOf(byLength)).toBe('502 answer-lost');
  expect(await codeOf(byChunk)).toBe('502 answer-lost');
});

it('says that the court was silent', async () => {
  expect(await codeOf(await court(() => {}))).toBe('504 upstream-timeout');
});

it('serves the app at its one address, and JSON for what it does not know', async () => {
  const gateway = gatewayTo('http://unused');
  const ask = (path: string, method = 'GET') =>
    gateway(from(path, { method, headers: { host: HOST } }));
  expect((await ask('/')).headers.get('content-type')).toMatch('text/html');
  for (const path of ['/nada.js', '/recepçao/LIC', '/rascunhos/novo']) {
    const unknown = await ask(path);
    expect([unknown.status, (await unknown.json()).codigo]).toEqual([404, 'path-unknown']);
  }
  expect((await ask('/', 'POST')).status).toBe(405);
});
