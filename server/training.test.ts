import { readFile, rm } from 'node:fs/promises';
import { getRequestListener } from '@hono/node-server';
import { expect, it, onTestFinished } from 'vitest';
import { utf8 } from '../src/base/bytes.ts';
import { folderWithChain } from '../test/support/sandbox.ts';
import { askOverNode } from './ask-over-node.ts';
import { penAddress, startTraining } from './training.ts';

const SECRET = 'segredo';

it('serves the Barramento over TLS to who presents the certificate of a body, faults of the test door included', async () => {
  const dataDir = await folderWithChain();
  const training = await startTraining(
    { dataDir, passaportePort: 0, penPort: 0, secret: SECRET },
    { nodeListener: getRequestListener },
  );
  onTestFinished(async () => {
    await Promise.all([training.passaporte.close(), training.pen.close()]);
    training.sandbox.close();
    await rm(dataDir, { recursive: true });
  });
  const { ca } = training.sandbox.tls;
  const key = new Uint8Array(await readFile(`${dataDir}/pen/prefeitura.key.pem`));
  const certificates = await readFile(`${dataDir}/pen/prefeitura.pem`, 'utf8');
  const url = new URL(`${penAddress(training)}/especies`);
  const ask = askOverNode(5_000);
  const asked = { url, method: 'GET', headers: {}, ca };

  const stranger = await ask(asked);
  expect(stranger.ok && stranger.value.status).toBe(403);
  const body = await ask({ ...asked, client: { key, certificates } });
  expect(body.ok && body.value.status).toBe(200);

  const fault = { method: 'GET', path: '/especies$', fault: { kind: 'lost' } };
  await training.sandbox.recepcao(
    new Request('http://127.0.0.1/sandbox/test/faults', {
      method: 'POST',
      headers: { 'X-Sandbox-Secret': SECRET },
      body: utf8(JSON.stringify(fault)),
    }),
  );
  const lost = await ask({ ...asked, client: { key, certificates } });
  expect(lost).toEqual({ ok: false, error: 'answer-lost' });
});
