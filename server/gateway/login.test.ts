import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Bytes, toBase64 } from '../../src/base/bytes.ts';
import { systemClock } from '../../src/base/clock.ts';
import type { Http } from '../../src/base/http.ts';
import type { Json } from '../../src/base/json.ts';
import { icpFile } from '../../test/support/icp.ts';
import { makeServerCertificate } from '../../test/support/server-certificate.ts';
import { askOverNode } from '../ask-over-node.ts';
import { createGateway } from './gateway.ts';
import type { AskUpstream } from './upstream.ts';

const HOST = '127.0.0.1:8080';

const pem = (der: Bytes) =>
  `-----BEGIN CERTIFICATE-----\n${toBase64(der)}\n-----END CERTIFICATE-----\n`;

let passaporte: Server;
let origin: string;
let ca: string[];

// A Passaporte that asks for a certificate of the synthetic chain and says whom it saw.
beforeAll(async () => {
  const own = await makeServerCertificate();
  ca = [own.cert];
  const chain = await Promise.all(
    ['raiz', 'ac1', 'ac2'].map((name) => icpFile(`certs/${name}.der`)),
  );
  const options = { ...own, ca: chain.map(pem), requestCert: true, rejectUnauthorized: false };
  passaporte = createServer(options, (request, response) => {
    const { socket } = request;
    const who =
      socket instanceof TLSSocket && socket.authorized ? socket.getPeerCertificate() : null;
    response.writeHead(who ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ asked: request.url, who: who?.subject.CN ?? null }));
  });
  await new Promise<void>((resolve) => passaporte.listen(0, '127.0.0.1', resolve));
  origin = `https://localhost:${(passaporte.address() as AddressInfo).port}`;
});
afterAll(() => passaporte.close());

interface Given {
  ca?: string[];
  keyHosts?: string[];
  ask?: AskUpstream;
}

const gateway = (given: Given = {}): Http =>
  createGateway({
    clock: systemClock,
    ambientes: [
      {
        id: 'simulado',
        tipo: 'simulado',
        nome: 'Simulador local',
        recepcao: 'http://unused',
        passaporte: origin,
        anchors: [],
        ca: given.ca ?? ca,
      },
    ],
    pki: { names: [], resolve: async () => [] },
    keyHosts: given.keyHosts ?? [HOST],
    readFile: async () => undefined,
    ask: given.ask ?? askOverNode(5_000),
  });

const ask = async (body: Json, given: Given = {}): Promise<[number, Json]> => {
  const headers = { host: HOST, 'x-estafeta': '1', origin: `http://${HOST}` };
  const response = await gateway(given)(
    new Request(`http://${HOST}/gateway/simulado/login`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    }),
  );
  const told = response.headers.get('x-estafeta-gateway');
  const answer = await response.json();
  return [response.status, told === 'relayed' ? answer : told];
};

const person = async (certificate: string, key: string) => ({
  privateKey: toBase64(await icpFile(`keys/${key}.pk8`)),
  certificates: [toBase64(await icpFile(`certs/${certificate}.der`))],
});

it('asks for representações and for a token with the person’s certificate', async () => {
  const joao = await person('ecpf', 'ecpf');
  const who = 'JOÃO DA CONCEIÇÃO:12345678909';
  expect(await ask({ operation: 'representacoes', ...joao })).toEqual([
    200,
    { asked: '/passaporte/api/auth/representacoes', who },
  ]);
  expect(await ask({ operation: 'token', representacao: 21, ...joao })).toEqual([
    200,
    { asked: '/passaporte/api/auth/certificado?representacao=21', who },
  ]);
});

it('gives the court’s own answer where it does not know the certificate', async () => {
  const stranger = await person('ecleaf', 'ecleaf');
  expect(await ask({ operation: 'representacoes', ...stranger })).toMatchObject([
    401,
    { who: null },
  ]);
});

it('sends nothing with a key that is not the certificate’s', async () => {
  const mixed = await person('ecpf', 'ecp256');
  expect(await ask({ operation: 'representacoes', ...mixed })).toEqual([
    400,
    'credentials-unusable',
  ]);
});

it('presents no key to a server whose certificate it cannot verify', async () => {
  const joao = await person('ecpf', 'ecpf');
  expect(await ask({ operation: 'representacoes', ...joao }, { ca: [] })).toEqual([
    502,
    'upstream-untrusted',
  ]);
});

it('takes keys only under the names of this machine', async () => {
  const joao = await person('ecpf', 'ecpf');
  expect(await ask({ operation: 'representacoes', ...joao }, { keyHosts: [] })).toEqual([
    403,
    'keys-not-taken',
  ]);
});

it('refuses what is not a login', async () => {
  const joao = await person('ecpf', 'ecpf');
  const malformed: Json[] = [
    [],
    { ...joao },
    { ...joao, operation: 'token' },
    { ...joao, operation: 'token', representacao: '21&x=1' },
    { ...joao, operation: 'representacoes', certificates: [] },
    { ...joao, operation: 'representacoes', privateKey: '-----BEGIN' },
  ];
  for (const body of malformed) expect(await ask(body)).toEqual([400, 'body-malformed']);
  expect(await ask('x'.repeat(70_000))).toEqual([413, 'body-too-large']);
});

it('overwrites the key after the answer and writes none of it to the log', async () => {
  const log = [vi.spyOn(console, 'info'), vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  const joao = await person('ecpf', 'ecpf');
  const keys: Bytes[] = [];
  const watched: AskUpstream = async (asked) => {
    if (asked.client) keys.push(asked.client.key);
    return askOverNode(5_000)(asked);
  };
  expect(await ask({ operation: 'representacoes', ...joao }, { ask: watched })).toMatchObject([
    200,
    {},
  ]);
  expect(keys.map((key) => key.every((byte) => byte === 0))).toEqual([true]);
  for (const spy of log) expect(spy).not.toHaveBeenCalled();
});
