import { CLIENT_HEADER } from '../../base/gateway-answer.ts';
import type { Http } from '../../base/http.ts';

/** 10 MB up a slow office line (ms); after it the answer counts as lost. */
export const LONGEST_CALL_MS = 180_000;

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  /** JSON text, or a form. */
  body?: string | FormData;
  accept?: string;
}

/** How the court is reached. */
export interface Connection {
  http: Http;
  /** Base address without trailing slash; relative where a gateway relays. */
  host: string;
  /** Address of the page, to which a relative host is resolved. */
  origin: string;
  /** Where data are only validated, below the address of a layout and month; absent: not asked. */
  validar?: string;
}

/** Whether an address is the page's own origin, where the gateway wants its header. */
const isRelative = (address: string) => address.startsWith('/') || address === '';

/** Sends one request; `undefined` where no answer came, for whatever reason. */
export const call = async (
  { http, host, origin }: Connection,
  { method, path, body, accept }: Call,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Response | undefined> => {
  const headers = new Headers({ accept: accept ?? 'application/json' });
  if (token !== undefined) headers.set('authorization', token);
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  if (isRelative(host)) headers.set(CLIENT_HEADER, '1');
  const request = new Request(new URL(host + path, origin), {
    method,
    headers,
    ...(body !== undefined && { body }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_CALL_MS)]),
    cache: 'no-store',
    redirect: 'manual',
  });
  try {
    return await http(request);
  } catch {
    return undefined;
  }
};
