import { CLIENT_HEADER } from '../../base/gateway-answer.ts';
import type { Http } from '../../base/http.ts';
import type { Json } from '../../base/json.ts';

/** Metadata of a large process, up a slow line (ms); after it the answer counts as lost. The module of SEI waits as long. */
export const LONGEST_CALL_MS = 300_000;
/** A part of a component, which is repeated where it was lost (ms); shorter than what a sender takes for hung. */
export const LONGEST_PART_MS = 9 * 60_000;

/** How the Barramento is reached: an `Http` that knows the office session, and the gateway's address for it. */
export interface PenConnection {
  http: Http;
  /** Up to and without `/v3`; a path, for the gateway stands where the page does. */
  base: string;
  /** Address of the page, to which the base is resolved. */
  origin: string;
}

export interface PenCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/v3`. */
  path: string;
  /** Members that are `undefined` are left out. */
  query?: Record<string, string | number | boolean | undefined>;
  /** JSON, JSON text as it was frozen, or a form. */
  body?: { json: Json } | { text: string } | { form: FormData };
  timeoutMs?: number;
}

/** Sends one request; `undefined` where no answer came, for whatever reason. */
export const call = async (
  { http, base, origin }: PenConnection,
  { method, path, query = {}, body, timeoutMs = LONGEST_CALL_MS }: PenCall,
  signal: AbortSignal,
): Promise<Response | undefined> => {
  const url = new URL(`${base}/v3/${path}`, origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers = new Headers({ accept: '*/*', [CLIENT_HEADER]: '1' });
  if (body && !('form' in body)) headers.set('content-type', 'application/json');
  const request = new Request(url, {
    method,
    headers,
    ...(body && { body: contentOf(body) }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    cache: 'no-store',
    redirect: 'manual',
  });
  try {
    return await http(request);
  } catch {
    return undefined;
  }
};

const contentOf = (body: NonNullable<PenCall['body']>): string | FormData => {
  if ('form' in body) return body.form;
  return 'text' in body ? body.text : JSON.stringify(body.json);
};
