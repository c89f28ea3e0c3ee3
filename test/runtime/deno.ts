// `npm run check:deno`: the same sources type-check and run under Deno.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { takePenTrip } from '../support/pen-trip.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { checkableSources } from './vite-only.ts';

// The executable itself: the package's command starts it as a child, which signals would not reach.
const { runInstall }: { runInstall(): string } = createRequire(import.meta.url)(
  'deno/install_api.cjs',
);
const deno = runInstall();
const data = await mkdtemp(join(tmpdir(), 'estafeta-deno-'));

const typeCheck = async () => {
  const files = await checkableSources('src', 'server');
  const checking = spawn(deno, ['check', '--quiet', ...files], { stdio: 'inherit' });
  const [code] = await once(checking, 'exit');
  assert.equal(code, 0);
};

const gatewayAnswers = async ({ url }: ServerProcess) => {
  const { ambientes } = await (await fetch(`${url}/gateway/config.json`)).json();
  assert.equal(ambientes[0].id, 'simulado');
};

const sandboxAnswers = async ({ url }: ServerProcess) => {
  const response = await fetch(`${url}/recepcao/LIC/REG_LICITACAO/1/2019/schema`);
  assert.equal((await response.json()).type, 'object');
};

const passaporteAnswers = async ({ passaporteUrl }: ServerProcess) => {
  const ca = await readFile(join(data, 'demo/raiz.pem'), 'utf8');
  const headers = { origin: 'http://localhost:4200', 'access-control-request-method': 'GET' };
  const allowed = await new Promise((resolve, reject) => {
    const url = `${passaporteUrl}/passaporte/api/auth/representacoes`;
    request(url, { method: 'OPTIONS', ca, headers }, (response) => {
      resolve(response.headers['access-control-allow-origin']);
    })
      .on('error', reject)
      .end();
  });
  assert.equal(allowed, headers.origin);
};

const base64OfPem = async (name: string) =>
  (await readFile(join(data, 'demo', name), 'utf8')).replace(/-----[^-]+-----|\s/g, '');

const loginAnswers = async ({ url }: ServerProcess) => {
  const response = await fetch(`${url}/gateway/simulado/login`, {
    method: 'POST',
    headers: { 'x-estafeta': '1', origin: url },
    body: JSON.stringify({
      operation: 'representacoes',
      privateKey: await base64OfPem('maria.key.pem'),
      certificates: [await base64OfPem('maria.pem')],
    }),
  });
  assert.equal((await response.json()).representacoes.length, 2);
};

let passed = 0;
let failed = 0;
const check = async <T>(name: string, doing: () => Promise<T>): Promise<T | undefined> => {
  try {
    const result = await doing();
    passed += 1;
    console.log(`ok    ${name}`);
    return result;
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}: ${error}`);
    return undefined;
  }
};

await check('the sources type-check', typeCheck);
const server = await check('gateway and sandbox start', () =>
  startServer({ env: { ESTAFETA_DATA: data }, command: [deno, 'run', '-A', 'server/deno.ts'] }),
);
if (server) {
  await check('the gateway publishes its environments', () => gatewayAnswers(server));
  await check('the sandbox serves a layout', () => sandboxAnswers(server));
  await check('Passaporte answers a preflight over TLS', () => passaporteAnswers(server));
  await check('the gateway logs in with a client certificate', () => loginAnswers(server));
  await check('a process goes through the gateway from one body to another', async () => {
    assert.equal((await takePenTrip(server.url)).hashes.length, 3);
  });
  await check('the server stops when asked', async () => assert.equal(await server.stop(), 0));
}
await rm(data, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
