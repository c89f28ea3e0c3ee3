import { utf8 } from '../../../src/base/bytes.ts';
import { gatewayAnswer } from '../answers.ts';
import { readBody } from '../read-body.ts';
import { relayedAnswer } from '../relay.ts';
import type { AskUpstream } from '../upstream.ts';
import type { PenBody } from './pen.ts';

/** Metadata of a process with thousands of documents stay under it. */
const LARGEST_REQUEST = 256 * 1024 * 1024;

const REQUEST_FIELDS = ['accept', 'content-type'];

const passedOn = (headers: Headers): Record<string, string> => {
  const fields: Record<string, string> = { 'user-agent': 'Estafeta' };
  for (const name of REQUEST_FIELDS) {
    const value = headers.get(name);
    if (value !== null) fields[name] = value;
  }
  return fields;
};

/** Passes a call on under the certificate of a body. */
export const penRelay = async (
  request: Request,
  url: URL,
  { key, certificates }: PenBody,
  ca: readonly string[],
  ask: AskUpstream,
): Promise<Response> => {
  const body = await readBody(request, LARGEST_REQUEST);
  if (!body) return gatewayAnswer('body-too-large');
  const asked = await ask({
    url,
    method: request.method,
    headers: passedOn(request.headers),
    ...(body.length > 0 ? { body } : {}),
    ca,
    client: { key: utf8(key), certificates },
  });
  return asked.ok ? relayedAnswer(asked.value) : gatewayAnswer(asked.error);
};
