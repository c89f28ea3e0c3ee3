import type { RequestListener, Server } from 'node:http';
import type { Http } from '../src/base/http.ts';

/** The only address anything is served on: whoever is elsewhere comes through the office's own proxy. */
export const LOOPBACK = '127.0.0.1';

type NodeHandler = (
  request: Request,
  node: { incoming: { socket: object } },
) => Promise<Response>;

/** Something served on a port of `LOOPBACK`. */
export interface Listener {
  port: number;
  /** Takes no more connections and waits for the answers under way. */
  close(): Promise<void>;
}

/** What Node and Deno each do in their own way. */
export interface Runtime {
  /** Serves HTTP; the handler is made once the port is known. Rejects with `code: 'EADDRINUSE'`. */
  serve(port: number, handlerFor: (port: number) => Http): Promise<Listener>;
  /** A Web-standard handler as a listener of `node:https`, which knows the TLS socket. */
  nodeListener(handler: NodeHandler): RequestListener;
}

/** Puts a server of `node:http(s)` on a port; 0 takes a free one. */
export const listenOn = (server: Server, port: number): Promise<Listener> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
