import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Gate } from './gate.ts';

/** Stands between page and server, so that a browser can be killed before, during and after each request. */
export interface Relay {
  url: string;
  /** Where requests and writes wait from now on. */
  watchedBy(gate: Gate): void;
  /** The POSTs that make a delivery, as far as they came; `status` of those that the server answered. */
  posts: { path: string; status?: number }[];
  close(): Promise<void>;
}

/** A page asks here whether it may go on (`watchWrites`). */
export const MOMENT_PATH = '/crash-moment?';

const DELIVER = /^\/gateway\/simulado\/recepcao\/LIC\/REG_LICITACAO\/\d+\/\d+$/;

export const startRelay = async (server: string): Promise<Relay> => {
  const posts: Relay['posts'] = [];
  let gate: Gate | undefined;
  const reach = async (what: string) => (gate ? gate.reach(what) : true);

  const handle = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = from;
    if (url.startsWith(MOMENT_PATH)) {
      if (await reach(decodeURIComponent(url.slice(MOMENT_PATH.length)))) to.end();
      else to.destroy();
      return;
    }
    const body = await buffer(from);
    const what = url.startsWith('/gateway/') ? `${method} ${nameOf(url)}` : undefined;
    if (what && !(await reach(`${what} asked`))) return void to.destroy();
    const post: Relay['posts'][number] = { path: url };
    if (method === 'POST' && DELIVER.test(url)) posts.push(post);
    const answer = await forward(server, from, body);
    post.status = answer.status;
    if (what && !(await reach(`${what} applied`))) return void to.destroy();
    to.writeHead(answer.status, answer.headers).end(answer.body);
    await once(to, 'close').catch(() => undefined);
    if (what) await reach(`${what} answered`);
  };

  const listener = createServer((from, to) => {
    handle(from, to).catch(() => to.destroy());
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    watchedBy: (next) => {
      gate = next;
    },
    posts,
    close: async () => {
      listener.closeAllConnections();
      listener.close();
      await once(listener, 'close');
    },
  };
};

/** A path without what differs from run to run. */
const nameOf = (url: string): string =>
  url
    .replace(/^\/gateway\/simulado|\?.*$/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '…')
    .replace(/\/\d+/g, '/…');

/** The server judges by host and origin whether its own page asks, so both are given as it knows them. */
const forward = async (server: string, from: IncomingMessage, body: Buffer) => {
  const { origin } = from.headers;
  const headers = {
    ...from.headers,
    host: new URL(server).host,
    ...(origin !== undefined && { origin: server }),
    'accept-encoding': 'identity',
  };
  const asked = ask(server + from.url, { method: from.method, headers });
  asked.end(body);
  const [response]: IncomingMessage[] = await once(asked, 'response');
  if (!response) throw new Error('no answer');
  const { statusCode: status = 502, headers: told } = response;
  const { 'transfer-encoding': _, connection: __, ...kept } = told;
  return { status, headers: kept, body: await buffer(response) };
};
