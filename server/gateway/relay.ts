import { GATEWAY_HEADER } from '../../src/base/gateway-answer.ts';
import { SECURITY_HEADERS } from '../../src/base/security-policy.ts';
import type { GatewayAmbiente } from './ambientes.ts';
import { gatewayAnswer } from './answers.ts';
import { isPlainPath } from './plain-path.ts';
import { readBody } from './read-body.ts';
import type { AskUpstream, UpstreamAnswer } from './upstream.ts';

/** A 10 MB file (`colare-doc`) with its multipart frame, and room to let the court itself refuse 11 MB. */
const LARGEST_REQUEST = 12 * 1024 * 1024;

const RELAYED_PATH = /^\/(recepcao|envio-manual)\//;
const RELAYED_METHODS = ['GET', 'POST', 'PUT', 'DELETE'];

// Named, so that cookies, origins and hop-by-hop fields (RFC 9110 §7.6.1) of either side never pass.
const REQUEST_FIELDS = ['accept', 'authorization', 'cache-control', 'content-type'];
const ANSWER_FIELDS = ['content-disposition', 'content-type', 'date', 'retry-after'];

const NO_CONTENT = [204, 205, 304];

/** What of a page's request the other side sees. */
export const passedOn = (headers: Headers, names: readonly string[]): Record<string, string> => {
  const fields: Record<string, string> = { 'user-agent': 'Estafeta' };
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) fields[name] = value;
  }
  return fields;
};

/** The court's answer on the page's own origin: nothing in it may run, set a cookie or redirect. */
export const relayedAnswer = ({ status, headers, body }: UpstreamAnswer): Response => {
  const relayed = new Headers(SECURITY_HEADERS);
  for (const name of ANSWER_FIELDS) {
    const value = headers.get(name);
    if (value !== null) relayed.set(name, value);
  }
  relayed.set('cache-control', 'no-store');
  relayed.set('content-security-policy', "default-src 'none'; sandbox");
  relayed.set(GATEWAY_HEADER, 'relayed');
  return new Response(NO_CONTENT.includes(status) ? null : body, { status, headers: relayed });
};

/** Passes a request of the page to the court of one environment, and the whole answer back. */
export const relay = async (
  request: Request,
  ambiente: GatewayAmbiente,
  ask: AskUpstream,
): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(`/gateway/${ambiente.id}`.length);
  if (!RELAYED_PATH.test(path) || !isPlainPath(path)) return gatewayAnswer('path-unknown');
  if (!RELAYED_METHODS.includes(request.method)) return gatewayAnswer('method-not-allowed');
  const body = await readBody(request, LARGEST_REQUEST);
  if (!body) return gatewayAnswer('body-too-large');
  const asked = await ask({
    url: new URL(ambiente.recepcao + path + search),
    method: request.method,
    headers: passedOn(request.headers, REQUEST_FIELDS),
    body,
    ca: ambiente.ca,
  });
  return asked.ok ? relayedAnswer(asked.value) : gatewayAnswer(asked.error);
};
