import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { askOverNode } from './ask-over-node.ts';

const serve = async (answer: RequestListener): Promise<number> => {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const ask = askOverNode(5_000);
const asked = (port: number) => ({
  // A name that leads nowhere: only the address given can have been connected to.
  url: new URL(`http://autoridade.invalid:${port}/ac.crl`),
  address: '127.0.0.1',
  method: 'GET',
  headers: {},
  ca: [],
});

it('connects to the address it is given, and names the host', async () => {
  const port = await serve((request, response) => response.end(request.headers.host));
  const answer = await ask(asked(port));
  expect(answer.ok && (await new Response(answer.value.body).text())).toBe(
    `autoridade.invalid:${port}`,
  );
});

it('takes no answer larger than the limit', async () => {
  const port = await serve((_, response) => response.end(new Uint8Array(1001)));
  const limits = { bytes: 1000, ms: 5_000 };
  expect(await ask({ ...asked(port), limits })).toEqual({ ok: false, error: 'answer-lost' });
  expect(await ask({ ...asked(port), limits: { ...limits, bytes: 1001 } })).toMatchObject({
    ok: true,
  });
});

it('waits no longer than the limit, however steadily the answer trickles', async () => {
  const port = await serve((_, response) => {
    const trickle = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(trickle));
  });
  const limits = { bytes: 1_000_000, ms: 100 };
  expect(await ask({ ...asked(port), limits })).toEqual({ ok: false, error: 'upstream-timeout' });
});
