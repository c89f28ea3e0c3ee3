import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServerProcess, startServer } from '../test/support/server-process.ts';

const start = (env: Record<string, string>): Promise<ServerProcess> =>
  startServer({ env: { ESTAFETA_SANDBOX: 'off', ...env } });

let server: ServerProcess;
beforeAll(async () => {
  server = await start({});
}, 30_000);
afterAll(() => server.kill());

it('runs without the sandbox, whose paths are then absent', async () => {
  expect(server.passaporteUrl).toBeUndefined();
  const config = await fetch(`${server.url}/gateway/config.json`);
  expect(await config.json()).toEqual({ gateway: true, ambientes: [] });
  const absent = await fetch(`${server.url}/recepcao/LIC/REG_LICITACAO/1/2019/schema`);
  expect([absent.status, (await absent.json()).codigo]).toEqual([404, 'path-unknown']);
});

it('answers no name but its own, whatever the path', async () => {
  const statusFor = (host: string, path: string) =>
    new Promise((resolve) => {
      request(server.url + path, { headers: { host } }, (response) => {
        resolve(response.resume().statusCode);
      }).end();
    });
  const { port } = new URL(server.url);
  expect(await statusFor(`localhost:${port}`, '/gateway/config.json')).toBe(200);
  expect(await statusFor(`[::1]:${port}`, '/gateway/config.json')).toBe(200);
  for (const path of ['/', '/gateway/config.json', '/recepcao/x']) {
    expect(await statusFor(`evil.example:${port}`, path)).toBe(403);
    expect(await statusFor('127.0.0.1:1', path)).toBe(403);
  }
});

it('delivers its refusal of 40 MB instead of breaking the connection', async () => {
  const response = await fetch(`${server.url}/gateway/testes/recepcao/arquivo/upload`, {
    method: 'POST',
    body: new Uint8Array(40 * 2 ** 20),
  });
  expect([response.status, (await response.json()).codigo]).toEqual([403, 'origin-not-allowed']);
});

it('serves the environments of the operator’s file under the names it allows, until it is stopped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-host-'));
  const path = join(folder, 'config.json');
  const hosts = {
    recepcao: 'https://recepcao.example',
    passaporte: 'https://recepcao.example:8443',
  };
  const ambientes = [{ id: 'testes', tipo: 'testes', nome: 'Testes', hosts }];
  await writeFile(path, JSON.stringify({ allowedHosts: ['estafeta.example'], ambientes }));
  const configured = await start({ ESTAFETA_CONFIG: path });
  const configFor = (host: string) =>
    new Promise<string>((resolve) => {
      request(`${configured.url}/gateway/config.json`, { headers: { host } }, async (response) => {
        resolve((await response.setEncoding('utf8').toArray()).join(''));
      }).end();
    });
  const here = await configFor(new URL(configured.url).host);
  expect(JSON.parse(here).ambientes[0].hosts).toEqual({
    recepcao: '/gateway/testes',
    passaporte: 'https://recepcao.example:8443',
    login: '/gateway/testes/login',
    pki: '/gateway/testes/pki',
  });
  expect(JSON.parse(await configFor('estafeta.example')).ambientes[0].hosts).not.toHaveProperty(
    'login',
  );
  expect(await configured.stop()).toBe(0);
  await rm(folder, { recursive: true });
});

it('says in a sentence that a port is taken', async () => {
  const { port } = new URL(server.url);
  await expect(start({ PORT: port })).rejects.toThrow(
    `A porta ${port} está ocupada por outro programa. Feche-o ou escolha outra com PORT=<porta>.`,
  );
});
