import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { run } from './host.ts';
import { listenOn } from './listen.ts';

await run({
  serve: async (port, handlerFor) => {
    const server = createServer();
    const listener = await listenOn(server, port);
    server.on('request', getRequestListener(handlerFor(listener.port)));
    return listener;
  },
  nodeListener: getRequestListener,
});
