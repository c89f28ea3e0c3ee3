import { utf8 } from '../../../src/base/bytes.ts';
import type { GatewayCode } from '../../../src/base/gateway-answer.ts';
import { PEN_HELD_MS } from '../../../src/base/pen-held.ts';
import { err, ok, type Result } from '../../../src/base/result.ts';
import { gatewayAnswer } from '../answers.ts';
import { readBody } from '../read-body.ts';
import { passedOn, relayedAnswer } from '../relay.ts';
import type { AskUpstream, UpstreamRequest } from '../upstream.ts';
import type { PenOperation } from './operations.ts';
import type { PenBody } from './pen.ts';

/** Metadata of a process with tens of thousands of documents stay under it. */
const LARGEST_TEXT = 32 * 1024 * 1024;

/** The largest part that mod-sei-pen sends (200 MB) in its multipart frame. */
const LARGEST_PART = 201 * 1024 * 1024;

/** Above any answer of the platform but a file. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** Broken off after a while however it goes on; a file may take longer, as long as it comes. */
const LIMITS = { bytes: LARGEST_ANSWER, ms: PEN_HELD_MS };

type Body = Pick<UpstreamRequest, 'headers' | 'body'>;

type Client = NonNullable<UpstreamRequest['client']>;

// One and the same for each body, so that it is read once.
const clients = new WeakMap<PenBody, Client>();

const clientOf = (body: PenBody): Client => {
  const client = clients.get(body) ?? { key: utf8(body.key), certificates: body.certificates };
  clients.set(body, client);
  return client;
};

/** A part is passed on while it comes, so its size has to be told before (browsers do). */
const partOf = ({ headers, body }: Request): Result<Body, GatewayCode> => {
  const size = Number(headers.get('content-length') ?? Number.NaN);
  if (!body || Number.isNaN(size)) return err('body-malformed');
  if (size > LARGEST_PART) return err('body-too-large');
  return ok({ headers: passedOn(headers, ['accept', 'content-type', 'content-length']), body });
};

const textOf = async (request: Request): Promise<Result<Body, GatewayCode>> => {
  const body = await readBody(request, LARGEST_TEXT);
  if (!body) return err('body-too-large');
  const headers = passedOn(request.headers, ['accept', 'content-type']);
  return ok({ headers, ...(body.length > 0 ? { body } : {}) });
};

/** Passes a call on under the certificate of a body. */
export const penRelay = async (
  request: Request,
  { carries }: PenOperation,
  url: URL,
  body: PenBody,
  ca: readonly string[],
  ask: AskUpstream,
): Promise<Response> => {
  const given = carries === 'upload' ? partOf(request) : await textOf(request);
  if (!given.ok) return gatewayAnswer(given.error);
  const asked = await ask({
    ...given.value,
    url,
    method: request.method,
    ca,
    client: clientOf(body),
    // The platform adds up and examines what arrived before it answers.
    idleMs: PEN_HELD_MS,
    ...(carries === undefined ? { limits: LIMITS } : {}),
    ...(carries === 'download' ? { streamed: true } : {}),
  });
  if (!asked.ok) return gatewayAnswer(asked.error);
  const answer = relayedAnswer(asked.value);
  // A file that breaks off is told by its missing rest.
  const size = asked.value.headers.get('content-length');
  if (carries === 'download' && size !== null) answer.headers.set('content-length', size);
  return answer;
};
