import { Buffer } from 'node:buffer';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { type Bytes, concat } from '../src/base/bytes.ts';
import type { UpstreamFault } from '../src/base/gateway-answer.ts';
import { err, ok } from '../src/base/result.ts';
import { sendBody, streamOf } from './body-streams.ts';
import type { AskUpstream, UpstreamRequest } from './gateway/upstream.ts';

/** Above any file the court holds; a server that sends more is not answering. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

const UNTRUSTED = /CERT|SELF_SIGNED|ISSUER|UNKNOWN_?CA/i;
const CLIENT_REFUSED = /alert.*(certificate|unknown.?ca|access.?denied)/i;

type Client = NonNullable<UpstreamRequest['client']>;

// The same memory, so that its owner overwrites this too.
const keyOf = ({ key }: Client) => Buffer.from(key.buffer, key.byteOffset, key.length);

// To read 150 roots takes longer than the rest of a request: what is trusted and presented is read once for each list and
// client, and goes with them.
const contexts = new WeakMap<readonly string[], WeakMap<object, SecureContext>>();

const contextOf = ({ ca, client }: UpstreamRequest): SecureContext => {
  const ofList = contexts.get(ca) ?? new WeakMap<object, SecureContext>();
  contexts.set(ca, ofList);
  const known = ofList.get(client ?? ca);
  if (known) return known;
  const made = createSecureContext({
    ...(ca.length > 0 ? { ca: [...rootCertificates, ...ca] } : {}),
    ...(client ? { key: keyOf(client), cert: client.certificates } : {}),
  });
  ofList.set(client ?? ca, made);
  return made;
};

// The name goes on in `Host` and in the handshake, where the certificate is checked against it.
const destination = ({ url, headers, address }: UpstreamRequest) =>
  address === undefined
    ? { headers }
    : { headers: { ...headers, host: url.host }, hostname: address, servername: url.hostname };

const isPair = (client: Client): boolean => {
  try {
    const key = createPrivateKey(keyOf(client));
    return new X509Certificate(client.certificates).checkPrivateKey(key);
  } catch {
    return false;
  }
};

const faultOf = (error: Error & { code?: string }, established: boolean): UpstreamFault => {
  const told = `${error.code} ${error.message}`;
  if (CLIENT_REFUSED.test(told)) return 'certificate-refused';
  if (established) return 'answer-lost';
  return UNTRUSTED.test(told) ? 'upstream-untrusted' : 'upstream-unreachable';
};

const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  return headers;
};

const wholeBody = async (
  incoming: IncomingMessage,
  mostBytes: number,
): Promise<Bytes | undefined> => {
  const parts: Bytes[] = [];
  let size = 0;
  for await (const part of incoming) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(new Uint8Array(part));
  }
  return concat(...parts);
};

/**
 * `AskUpstream` over `node:http(s)`, which Node and Deno both have: unlike `fetch` it can present a
 * certificate, and it tells a connection never made from one that broke. Each request has its own
 * connection: a kept one that the court had already closed would look like a lost answer.
 * `idleMs` is the longest silence, not the whole time: 10 MB may take minutes on a slow line.
 */
export const askOverNode =
  (idleMs: number): AskUpstream =>
  (asked) =>
    new Promise((settle) => {
      const { url, method, client, limits, body } = asked;
      if (client && !isPair(client)) return settle(err('credentials-unusable'));
      const secure = url.protocol === 'https:';
      const tls = secure ? { secureContext: contextOf(asked) } : {};
      const timeout = asked.idleMs ?? idleMs;
      const options = { method, agent: false, timeout, ...destination(asked), ...tls };
      let established = false;
      const request = (secure ? httpsRequest : httpRequest)(url, options);
      const giveUp = () => {
        resolve(err(established ? 'upstream-timeout' : 'upstream-unreachable'));
        request.destroy();
      };
      const deadline = limits && setTimeout(giveUp, limits.ms);
      const resolve: typeof settle = async (outcome) => {
        clearTimeout(deadline);
        await sending;
        settle(outcome);
      };
      request.on('socket', (socket) => {
        socket.once(secure ? 'secureConnect' : 'connect', () => {
          established = true;
        });
      });
      request.on('timeout', giveUp);
      request.on('error', (error) => resolve(err(faultOf(error, established))));
      request.on('response', async (incoming) => {
        const told = { status: incoming.statusCode ?? 0, headers: headersOf(incoming) };
        if (asked.streamed) return resolve(ok({ ...told, body: streamOf(incoming) }));
        try {
          const whole = await wholeBody(incoming, limits?.bytes ?? LARGEST_ANSWER);
          resolve(whole ? ok({ ...told, body: whole }) : err('answer-lost'));
        } catch {
          resolve(err('answer-lost'));
        }
      });
      const sending = sendBody(request, body);
    });
