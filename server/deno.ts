import { getRequestListener } from '@hono/node-server';
import { run } from './host.ts';
import { LOOPBACK } from './listen.ts';

await run({
  serve: async (port, handlerFor) => {
    const options = { hostname: LOOPBACK, port, onListen: () => {} };
    const server = Deno.serve(options, (request) => handler(request));
    const handler = handlerFor(server.addr.port);
    return { port: server.addr.port, close: () => server.shutdown() };
  },
  // Deno.serve takes its own Response only, so the adapter must not put another in its place.
  nodeListener: (handler) => getRequestListener(handler, { overrideGlobalObjects: false }),
});
