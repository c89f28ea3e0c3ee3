import { CLIENT_HEADER } from '../../src/base/gateway-answer.ts';

/** The names under which a server on loopback is reached, for a port. */
export const loopbackHosts = (port: number): string[] => [
  `127.0.0.1:${port}`,
  `localhost:${port}`,
  `[::1]:${port}`,
];

/** Whether `Host` is one of the allowed: what stops another site's name rebound to this address. */
export const isAllowedHost = (request: Request, allowed: readonly string[]): boolean =>
  allowed.includes(request.headers.get('host')?.toLowerCase() ?? '');

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/**
 * Whether the app's own page sent a request: its origin, and a header that no other site may set without
 * a preflight, which the gateway never grants. A GET of the same origin carries no `Origin` (Fetch §3.2).
 */
export const isFromOwnPage = (request: Request): boolean => {
  if (request.headers.get(CLIENT_HEADER) !== '1') return false;
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin';
  return hostOf(origin) === request.headers.get('host')?.toLowerCase();
};
