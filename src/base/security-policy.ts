/**
 * The content security policies (CSP Level 3) and the other headers of the page's safety. One module,
 * because the gateway, the build (meta tag and `_headers`) and the service worker must say the same.
 */

/** Hosts other than the page's own that it may talk to: origins such as `https://court.example:8443`. */
export interface PolicyHosts {
  connect: readonly string[];
}

const withoutFraming = ({ connect }: PolicyHosts): string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  ["connect-src 'self'", ...connect].join(' '),
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self' blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types estafeta',
];

/** The policy of every document, as a response header. */
export const documentPolicy = (hosts: PolicyHosts): string =>
  [...withoutFraming(hosts), "frame-ancestors 'none'"].join('; ');

/** The same for `<meta http-equiv>`, where `frame-ancestors` has no effect (CSP Level 3 §3.3). */
export const metaPolicy = (hosts: PolicyHosts): string => withoutFraming(hosts).join('; ');

/** The only relaxed policy: Ajv compiles schemas with `Function`, so its worker may, and may reach nothing. */
export const AJV_WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'none'";

/** It hashes with WebAssembly, which counts as a kind of eval (CSP Level 3 §8.4), and with nothing else; it reaches nothing. */
export const HASHING_WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";

/** It logs in through the gateway; the key can go nowhere else. */
export const SIGNING_WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Of every other built script: where it runs as a worker, such as the one that verifies, it reaches nothing. */
export const SCRIPT_POLICY = "default-src 'none'; script-src 'self'; connect-src 'none'";

// A static host may serve the app from a folder.
const AJV_WORKER = /\/assets\/ajv\.worker-[\w-]+\.js$/;
const HASHING_WORKER = /\/assets\/hashing\.worker-[\w-]+\.js$/;
const SIGNING_WORKER = /\/assets\/signing\.worker-[\w-]+\.js$/;
const BUILT_SCRIPT = /\/assets\/[^/]+\.js$/;

/** The policy of a built script by its path; none for `/sw.js`, which Trusted Types would break offline. */
export const scriptPolicy = (path: string): string | undefined => {
  if (AJV_WORKER.test(path)) return AJV_WORKER_POLICY;
  if (HASHING_WORKER.test(path)) return HASHING_WORKER_POLICY;
  if (SIGNING_WORKER.test(path)) return SIGNING_WORKER_POLICY;
  return BUILT_SCRIPT.test(path) ? SCRIPT_POLICY : undefined;
};

/** Headers of every answer that is not the court's own. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
};
