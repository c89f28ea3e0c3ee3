import { expect, it } from 'vitest';
import { isJsonObject } from '../../../src/base/json.ts';
import { documentedPayload, useTestSandbox } from '../../../test/support/sandbox.ts';

const HOST = 'http://127.0.0.1';
const PERIOD = '/recepcao/LIC/REG_LICITACAO/2/2019';

const useMaria = async () => {
  const court = await useTestSandbox();
  const token = await court.login('maria', 830);
  const send = (body: BodyInit, contentType?: string) =>
    court.sandbox.recepcao(
      new Request(HOST + PERIOD, {
        method: 'POST',
        body,
        headers: { Authorization: token, ...(contentType ? { 'Content-Type': contentType } : {}) },
      }),
    );
  return { ...court, token, send };
};

const messageOf = async (response: Response): Promise<string> => {
  const body = await response.json();
  expect(Object.keys(body)).toEqual(['message']);
  return body.message;
};

it('refuses malformed JSON, other encodings and other content types, each with a sentence', async () => {
  const { send } = await useMaria();
  const json = 'application/json';
  const latin1 = new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]);
  const deep = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  const cases: [BodyInit, string | undefined, number, RegExp][] = [
    ['{"codTipoEnvio":1,', json, 400, /não é um JSON válido/],
    ['', json, 400, /não é um JSON válido/],
    [latin1, json, 400, /UTF-8/],
    [deep, json, 400, /níveis/],
    ['{}', 'text/plain', 415, /application\/json/],
    ['{}', undefined, 415, /application\/json/],
    [`{"a":"${'x'.repeat(10 * 1024 * 1024)}"}`, json, 413, /grandes/],
  ];
  for (const [body, type, status, message] of cases) {
    const answer = await send(body, type);
    expect(answer.status).toBe(status);
    expect(await messageOf(answer)).toMatch(message);
  }
});

it('reports on JSON whose root is no object', async () => {
  const { send } = await useMaria();
  for (const root of ['[]', '"text"', '1', 'null']) {
    const answer = await send(root, 'application/json');
    expect(answer.status).toBe(412);
    expect(await answer.json()).toMatchObject([{ keyword: 'type', expected: ['object'] }]);
  }
});

it('answers unknown addresses in JSON', async () => {
  const { ask, token } = await useMaria();
  const unknown = [
    ['GET', '/recepcao'],
    ['GET', `${PERIOD}/abc`],
    ['PATCH', `${PERIOD}/1`],
    ['GET', '/recepcao/LIC/REG_LICITACAO/dois/2019/schema'],
    ['GET', '/envio-manual/api/envio'],
    ['GET', '/sandbox/demo/servidor.key.pem'],
    ['GET', '/sandbox/demo/..%2fsandbox.sqlite'],
    ['GET', '/sandbox/test/requests'],
    ['POST', '/recepcao/LIC/NADA/2/2019'],
    ['GET', `${PERIOD}/999999999999999`],
    ['GET', `/envio-manual/api/envio/pdf/homologacao/${crypto.randomUUID()}`],
  ] as const;
  for (const [method, path] of unknown) {
    const { status, body } = await ask(method, path, token, method === 'GET' ? undefined : {});
    expect([path, status, isJsonObject(body) && typeof body.message]).toEqual([
      path,
      404,
      'string',
    ]);
  }
});

it('takes the token raw: neither Bearer nor none will do', async () => {
  const { ask, token } = await useMaria();
  const guarded = [
    ['POST', PERIOD],
    ['POST', `${PERIOD}/validar`],
    ['GET', `${PERIOD}/1`],
    ['PUT', `${PERIOD}/1`],
    ['DELETE', `${PERIOD}/1`],
    ['PUT', `${PERIOD}/1/homologar`],
    ['POST', '/recepcao/arquivo/upload'],
    ['GET', '/envio-manual/api/envio/pdf/homologacao/x'],
    ['GET', '/envio-manual/api/envio/pdf/anexo/x/y'],
  ] as const;
  for (const [method, path] of guarded) {
    for (const bad of [undefined, `Bearer ${token}`]) {
      const body = method === 'GET' ? undefined : documentedPayload;
      expect([path, (await ask(method, path, bad, body)).status]).toEqual([path, 401]);
    }
  }
});

it('answers any origin, preflights without a token', async () => {
  const { sandbox, token } = await useMaria();
  const Origin = 'https://app.example';
  const preflight = await sandbox.recepcao(
    new Request(`${HOST}/recepcao/arquivo/upload`, { method: 'OPTIONS', headers: { Origin } }),
  );
  expect(preflight.status).toBe(204);
  const allowed = preflight.headers.get('Access-Control-Allow-Headers');
  for (const header of ['Authorization', 'Content-Type', 'Cache-Control', 'Accept', 'ignore']) {
    expect(allowed).toContain(header);
  }
  expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('PUT');
  for (const path of [`${PERIOD}/1`, '/recepcao/nada', `${PERIOD}/schema`]) {
    const answer = await sandbox.recepcao(
      new Request(HOST + path, { headers: { Origin, Authorization: token } }),
    );
    expect(answer.headers.get('Access-Control-Allow-Origin'), path).toBe(Origin);
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  }
});

it('reads a request to its end before it refuses it', async () => {
  const { sandbox } = await useMaria();
  let read = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      read += 1;
      if (read > 100) controller.close();
      else controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
  const answer = await sandbox.recepcao(new Request(`${HOST}/recepcao/arquivo/upload`, init));
  expect(answer.status).toBe(401);
  expect(read).toBe(101);
});

it('stores every one of many sendings at the same time, each under an id of its own', async () => {
  const { ask, token, upload, signP7s } = await useMaria();
  const { body } = await upload(token, await signP7s('maria', new Blob(['edital'])));
  const idDocumentoPDF = isJsonObject(body) ? body.arquivo : '';
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      ask('POST', PERIOD, token, { ...documentedPayload, idDocumentoPDF }),
    ),
  );
  const ids = answers.map(({ body: sent }) =>
    isJsonObject(sent) && isJsonObject(sent.arquivo) ? Number(sent.arquivo.id) : 0,
  );
  expect(ids.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});
