import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GatewayConfig } from '../../src/base/environment.ts';
import type { Json } from '../../src/base/json.ts';
import { readCertificate } from '../../src/signing/certificate/certificate.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { readCrl } from '../../src/signing/revocation/crl.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

// The whole way of the page's requests: gateway, TLS, sandbox, all in a process of their own.

const PERIOD = '/recepcao/LIC/REG_LICITACAO/2/2019';

let data: string;
let server: ServerProcess;
const start = () => startServer({ env: { ESTAFETA_DATA: data, ESTAFETA_TEST: '1' } });

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'estafeta-gateway-'));
  server = await start();
}, 60_000);
afterAll(async () => {
  await server.kill();
  await rm(data, { recursive: true });
});

const demo = (name: string) => readFile(join(data, 'demo', name), 'utf8');

const fromPage = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${server.url}/gateway/simulado${path}`, {
    ...init,
    headers: { ...init.headers, 'x-estafeta': '1', origin: server.url },
  });
  return { told: response.headers.get('x-estafeta-gateway'), status: response.status, response };
};

const base64 = async (name: string) => (await demo(name)).replace(/-----[^-]+-----|\s/g, '');

const login = async (person: string, asked: Record<string, Json>) => {
  const { response } = await fromPage('/login', {
    method: 'POST',
    body: JSON.stringify({
      ...asked,
      privateKey: await base64(`${person}.key.pem`),
      certificates: [await base64(`${person}.pem`)],
    }),
  });
  return response.json();
};

const tokenOfMaria = async (): Promise<string> => {
  const { representacoes } = await login('maria', { operation: 'representacoes' });
  const representacao = representacoes[0].codigo;
  return (await login('maria', { operation: 'token', representacao })).token.valor;
};

const door = async (path: string, init: RequestInit = {}) => {
  const headers = { 'x-sandbox-secret': server.testSecret ?? '' };
  return (await fetch(`${server.url}/sandbox/test${path}`, { ...init, headers })).json();
};
const plan = (fault: Json, path: string) =>
  door('/faults', { method: 'POST', body: JSON.stringify({ path, fault, times: 1 }) });

// 8-byte signature and IHDR of a PNG: the court takes small pictures unsigned.
const picture = new Blob([
  Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUg=='), (c) => c.charCodeAt(0)),
]);
const upload = async (token: string) => {
  const body = new FormData();
  body.set('arquivo', picture, 'foto.png');
  return fromPage('/recepcao/arquivo/upload', {
    method: 'POST',
    body,
    headers: { authorization: token },
  });
};

const withoutGateway = async (method: string, person?: string) => {
  const identity = person
    ? { cert: await demo(`${person}.pem`), key: await demo(`${person}.key.pem`) }
    : {};
  const options = { method, ca: await demo('raiz.pem'), agent: false, ...identity };
  const url = `${server.passaporteUrl}/passaporte/api/auth/representacoes`;
  return new Promise((resolve, reject) => {
    request(url, options, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
};

it('tells the page of the simulator, its anchors and the files to try it with', async () => {
  const config: GatewayConfig = await (await fetch(`${server.url}/gateway/config.json`)).json();
  const [simulado] = config.ambientes;
  expect(simulado?.hosts.passaporte).toBe(server.passaporteUrl);
  expect(simulado?.anchors).toEqual([await demo('raiz.pem')]);
  for (const { href } of simulado?.demo?.arquivos ?? []) {
    expect([href, (await fetch(server.url + href)).status]).toEqual([href, 200]);
  }
  expect(simulado?.demo?.arquivos.map(({ nome }) => nome)).toContain('maria.pfx');
});

it('relays what the demo authorities publish, from the addresses in their certificates', async () => {
  const [der] = fromPem(await demo('maria.pem'));
  const [address] = (der && readCertificate(der))?.extensions.crlAddresses ?? [];
  const relay = (url: string) => fromPage(`/pki?url=${encodeURIComponent(url)}`);
  const { told, response } = await relay(address ?? '');
  expect(told).toBe('relayed');
  expect(readCrl(new Uint8Array(await response.arrayBuffer()))).toBeDefined();
  expect((await relay(`${server.url}/sandbox/icp/lcr/final.crl`)).told).toBe('address-not-allowed');
});

it('logs in with the certificate of a person, and Recepção takes the token', async () => {
  expect((await login('maria', { operation: 'representacoes' })).representacoes).toHaveLength(2);
  expect((await login('joao', { operation: 'representacoes' })).representacoes).toHaveLength(1);
  const { status, told } = await upload(await tokenOfMaria());
  expect([status, told]).toEqual([200, 'relayed']);
  const refused = await upload('eyJ');
  expect([refused.status, refused.told]).toEqual([401, 'relayed']);
});

it('asks every TLS client of Passaporte for a certificate, and preflights for none', async () => {
  expect(await withoutGateway('GET', 'maria')).toBe(200);
  expect(await withoutGateway('GET')).toBe(401);
  expect(await withoutGateway('OPTIONS')).toBe(204);
});

it('says that the answer was lost where the court did what was asked and then fell silent', async () => {
  const token = await tokenOfMaria();
  await plan({ kind: 'lost', applied: true }, '/recepcao/arquivo/upload');
  const { status, told } = await upload(token);
  expect([status, told]).toEqual([502, 'answer-lost']);
  const seen = await door('/requests');
  expect(seen.at(-1)).toMatchObject({
    path: '/recepcao/arquivo/upload',
    status: 200,
    fault: 'lost',
  });
});

it('never passes on half an answer', async () => {
  await plan({ kind: 'truncated', bytes: 40 }, `${PERIOD}/schema`);
  expect(await fromPage(`${PERIOD}/schema`)).toMatchObject({ status: 502, told: 'answer-lost' });
});

it('passes on a page in place of JSON, harmless', async () => {
  await plan({ kind: 'html', status: 503 }, `${PERIOD}/schema`);
  const { status, told, response } = await fromPage(`${PERIOD}/schema`);
  expect([status, told]).toEqual([503, 'relayed']);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
});

it('keeps no connection open, so that no browser repeats a POST on one that broke', async () => {
  for (const path of ['/', '/gateway/config.json', `${PERIOD}/schema`]) {
    const response = await fetch(server.url + path);
    await response.arrayBuffer();
    expect(response.headers.get('connection'), path).toBe('close');
  }
});

it('keeps the chain and its people over a power cut', async () => {
  const before = await demo('maria.pem');
  await server.kill();
  server = await start();
  expect(await demo('maria.pem')).toBe(before);
  expect((await login('maria', { operation: 'representacoes' })).nome).toMatch('MARIA');
});
