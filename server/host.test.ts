import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ServerProcess, startServer } from '../test/support/server-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-host-'));
});
afterAll(() => rm(folder, { recursive: true }));

const running: ServerProcess[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.kill()));
});

const start = async (env: Record<string, string>): Promise<ServerProcess> => {
  const server = await startServer({ env: { ESTAFETA_DATA: join(folder, 'data'), ...env } });
  running.push(server);
  return server;
};

const ALONE = { ESTAFETA_SANDBOX: 'off' };

it('runs without the sandbox, whose paths are then absent', async () => {
  const server = await start(ALONE);
  expect(server.passaporteUrl).toBeUndefined();
  const config = await fetch(`${server.url}/gateway/config.json`);
  expect(await config.json()).toEqual({ gateway: true, ambientes: [] });
  const absent = await fetch(`${server.url}/recepcao/LIC/REG_LICITACAO/1/2019/schema`);
  expect([absent.status, (await absent.json()).codigo]).toEqual([404, 'path-unknown']);
  expect(await server.stop()).toBe(0);
});

it('answers no name but its own, whatever the path', async () => {
  const server = await start(ALONE);
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
  const server = await start(ALONE);
  const response = await fetch(`${server.url}/gateway/testes/recepcao/arquivo/upload`, {
    method: 'POST',
    body: new Uint8Array(40 * 2 ** 20),
  });
  expect([response.status, (await response.json()).codigo]).toEqual([403, 'origin-not-allowed']);
});

it('serves the environments of the operator’s file under the names it allows', async () => {
  const path = join(folder, 'config.json');
  const hosts = {
    recepcao: 'https://recepcao.example',
    passaporte: 'https://recepcao.example:8443',
  };
  const ambientes = [{ id: 'testes', tipo: 'testes', nome: 'Testes', hosts }];
  await writeFile(path, JSON.stringify({ allowedHosts: ['estafeta.example'], ambientes }));
  const server = await start({ ...ALONE, ESTAFETA_CONFIG: path });
  const configFor = (host: string) =>
    new Promise<string>((resolve) => {
      request(`${server.url}/gateway/config.json`, { headers: { host } }, async (response) => {
        resolve((await response.setEncoding('utf8').toArray()).join(''));
      }).end();
    });
  const here = await configFor(new URL(server.url).host);
  expect(JSON.parse(here).ambientes[0].hosts).toEqual({
    recepcao: '/gateway/testes',
    passaporte: 'https://recepcao.example:8443',
    login: '/gateway/testes/login',
  });
  expect(JSON.parse(await configFor('estafeta.example')).ambientes[0].hosts).not.toHaveProperty(
    'login',
  );
});

it('says in a sentence why it cannot start', async () => {
  const { port } = new URL((await start(ALONE)).url);
  await expect(start({ ...ALONE, PORT: port })).rejects.toThrow(
    `A porta ${port} está ocupada por outro programa. Feche-o ou escolha outra com PORT=<porta>.`,
  );
  await expect(start({ ...ALONE, PORT: 'oitenta' })).rejects.toThrow(
    'PORT deve ser um número de porta de 0 a 65535.',
  );
  const path = join(folder, 'broken.json');
  await writeFile(path, '{"ambientes":[{"id":"testes"}]}');
  await expect(start({ ...ALONE, ESTAFETA_CONFIG: path })).rejects.toThrow(
    '/ambientes/0: falta tipo',
  );
});
