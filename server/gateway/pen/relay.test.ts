import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { type Bytes, toBase64 } from '../../../src/base/bytes.ts';
import { err } from '../../../src/base/result.ts';
import { LONGEST_CALL_MS } from '../../../src/protocol/pen/call.ts';
import { SETTLE_MS } from '../../../src/protocol/pen/steps/step.ts';
import { icpFile } from '../../../test/support/icp.ts';
import { makeServerCertificate } from '../../../test/support/server-certificate.ts';
import { askOverNode } from '../../ask-over-node.ts';
import type { AskUpstream, UpstreamRequest } from '../upstream.ts';
import { operationOf } from './operations.ts';
import { penRelay } from './relay.ts';

const pem = (label: string, der: Bytes) =>
  `-----BEGIN ${label}-----\n${toBase64(der)}\n-----END ${label}-----\n`;

const own = await makeServerCertificate();
const chain = await Promise.all(
  ['raiz', 'ac1', 'ac2'].map(async (name) =>
    pem('CERTIFICATE', await icpFile(`certs/${name}.der`)),
  ),
);
const BODY = {
  id: 'prefeitura',
  nome: 'Prefeitura',
  unidade: { repositorio: 93, numero: '1001', nome: 'Prefeitura' },
  key: pem('PRIVATE KEY', await icpFile('keys/ecpf.pk8')),
  certificates: pem('CERTIFICATE', await icpFile('certs/ecpf.der')),
  users: [],
};

/** A platform that takes no connection without a certificate of the chain. */
const platform = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> => {
  const options = { ...own, ca: chain, requestCert: true, rejectUnauthorized: true };
  const server = createServer(options, answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `https://localhost:${(server.address() as AddressInfo).port}`;
};

const relay = (base: string, method: string, path: string, init: RequestInit = {}) => {
  const operation = operationOf(method, path);
  if (!operation) throw new Error(`${method} ${path} is not passed on`);
  const request = new Request(`http://127.0.0.1${path}`, { method, ...init });
  return penRelay(request, operation, new URL(base + path), BODY, [own.cert], askOverNode(5_000));
};

const PART = '/tickets-de-envio-de-componente/7/protocolos/componentes-a-enviar/partes/0-9';
const DOWNLOAD = '/tramites/7/protocolos/componentes-digitais';

const MB = 1024 * 1024;

/** `size` bytes in pieces of 1 MB, and how many of them were taken so far. */
const manyBytes = (size: number) => {
  const taken = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (taken.bytes >= size) return controller.close();
        taken.bytes += MB;
        controller.enqueue(new Uint8Array(MB));
      },
    },
    { highWaterMark: 0 },
  );
  return { taken, stream };
};

const upload = (stream: ReadableStream, size: number): RequestInit & { duplex: 'half' } => ({
  body: stream,
  headers: { 'content-length': String(size), 'content-type': 'multipart/form-data; boundary=x' },
  duplex: 'half',
});

it('the platform sees the certificate of the body in the handshake', async () => {
  const base = await platform(({ socket, url }, response) => {
    const known = socket instanceof TLSSocket && socket.getPeerCertificate().subject.OU?.length;
    response.end(JSON.stringify({ known, url }));
  });
  const answer = await relay(base, 'GET', '/tramites');
  expect(await answer.json()).toEqual({ known: 5, url: '/tramites' });
});

it('a part goes on while it comes: the gateway never holds more of it than a few MB', async () => {
  const { taken, stream } = manyBytes(48 * MB);
  let arrived = 0;
  let mostHeld = 0;
  let seen = '';
  const base = await platform((request, response) => {
    seen = `${request.headers['content-length']} ${request.headers['content-type']}`;
    request.on('data', (chunk: Uint8Array) => {
      mostHeld = Math.max(mostHeld, taken.bytes - arrived);
      arrived += chunk.length;
    });
    request.on('end', () => response.end('{}'));
  });
  const answer = await relay(base, 'PUT', PART, upload(stream, 48 * MB));
  expect([answer.status, arrived]).toEqual([200, 48 * MB]);
  expect(mostHeld).toBeLessThanOrEqual(16 * MB);
  expect(seen).toBe(`${48 * MB} multipart/form-data; boundary=x`);
});

it('a refusal that comes before the end of a part reaches the page, which has sent all by then', async () => {
  const { taken, stream } = manyBytes(16 * MB);
  const base = await platform((_, response) => {
    response.writeHead(400, { connection: 'close' }).end('{"codigoErro":"0001"}');
  });
  const answer = await relay(base, 'PUT', PART, upload(stream, 16 * MB));
  expect([answer.status, await answer.text()]).toEqual([400, '{"codigoErro":"0001"}']);
  expect(taken.bytes).toBe(16 * MB);
});

it('that nobody answers is told once the page has sent all, so that the word arrives', async () => {
  const { taken, stream } = manyBytes(16 * MB);
  const answer = await relay('https://localhost:1', 'PUT', PART, upload(stream, 16 * MB));
  expect(answer.headers.get('x-estafeta-gateway')).toBe('upstream-unreachable');
  expect(taken.bytes).toBe(16 * MB);
});

it('a part that breaks off at the page never arrives as a whole one', async () => {
  const ended: boolean[] = [];
  const base = await platform((request) => {
    request.on('close', () => ended.push(request.complete));
    request.resume().on('error', () => {});
  });
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(MB)),
    pull: (controller) => controller.error(new Error('gone')),
  });
  const answer = await relay(base, 'PUT', PART, upload(broken, 2 * MB));
  expect(answer.headers.get('x-estafeta-gateway')).toBe('answer-lost');
  await expect.poll(() => ended).toEqual([false]);
});

it('a part without its size, or over the largest, is not passed on', async () => {
  const base = 'https://localhost:1';
  const unsized = { body: 'x', headers: {} };
  const tooLarge = { body: 'x', headers: { 'content-length': String(202 * MB) } };
  const told = async (init: RequestInit) =>
    (await relay(base, 'PUT', PART, init)).headers.get('x-estafeta-gateway');
  expect(await told(unsized)).toBe('body-malformed');
  expect(await told(tooLarge)).toBe('body-too-large');
});

it('a component comes to the page while it is read, with its size', async () => {
  let sent = 0;
  const base = await platform((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-length': 48 * MB });
    const more = () => {
      while (sent < 48 * MB) {
        sent += MB;
        if (!response.write(new Uint8Array(MB))) {
          response.once('drain', more);
          return;
        }
      }
      response.end();
    };
    more();
  });
  const answer = await relay(base, 'POST', DOWNLOAD, { body: '{}' });
  expect(answer.headers.get('content-length')).toBe(String(48 * MB));
  expect(sent).toBeLessThan(32 * MB);
  expect((await answer.arrayBuffer()).byteLength).toBe(48 * MB);
});

it('a component that breaks off fails at the page too', async () => {
  const base = await platform((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-length': 2 * MB });
    response.write(new Uint8Array(MB), () => response.destroy());
  });
  const answer = await relay(base, 'POST', DOWNLOAD, { body: '{}' });
  await expect(answer.arrayBuffer()).rejects.toThrow();
});

it('what must not happen twice is broken off before the page takes it for lost; a file may take its time', async () => {
  const longest = async (method: string, path: string, init: RequestInit) => {
    const asked: UpstreamRequest[] = [];
    const ask: AskUpstream = async (request) => {
      asked.push(request);
      return err('answer-lost');
    };
    const operation = operationOf(method, path);
    if (!operation) throw new Error(`${method} ${path} is not passed on`);
    const request = new Request(`http://127.0.0.1${path}`, { method, ...init });
    await penRelay(request, operation, new URL(`https://localhost${path}`), BODY, [], ask);
    return asked[0]?.limits?.ms;
  };
  for (const path of ['/tramites/processo', '/tramites/7/recibo', '/tramites/7/recusa']) {
    const held = (await longest('POST', path, { body: '{}' })) ?? Number.POSITIVE_INFINITY;
    expect(LONGEST_CALL_MS + held).toBeLessThan(SETTLE_MS - 60_000);
  }
  expect(await longest('PUT', PART, upload(manyBytes(MB).stream, MB))).toBeUndefined();
});
