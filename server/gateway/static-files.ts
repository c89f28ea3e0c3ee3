import { getMimeType } from 'hono/utils/mime';
import { type Bytes, fromUtf8, sha256Hex, utf8 } from '../../src/base/bytes.ts';
import {
  documentPolicy,
  metaPolicy,
  type PolicyHosts,
  SECURITY_HEADERS,
  scriptPolicy,
} from '../../src/base/security-policy.ts';
import { gatewayAnswer } from './answers.ts';
import { isPlainPath } from './plain-path.ts';

/** Reads a file of the built app by its plain path (`/assets/x.js`); `undefined` where there is none. */
export type ReadFile = (path: string) => Promise<Bytes | undefined>;

const POLICY_TAG = /<meta\s[^>]*http-equiv="Content-Security-Policy"[^>]*>/i;

// The build's own policy names the build's hosts. A browser enforces every policy it meets, so leaving
// that tag in would shut out the hosts that this gateway was configured with.
const withPolicy = (html: Bytes, hosts: PolicyHosts): Bytes => {
  const tag = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(hosts)}">`;
  return utf8(fromUtf8(html).replace(POLICY_TAG, tag));
};

const INDEX_REVISION = /(?<="revision":")[0-9a-f]+(?=","url":"index\.html")/;

// An installed browser keeps the page by the revision of the build. With other hosts it is another page, which
// comes to it like every update.
const withRevision = async (worker: Bytes, hosts: PolicyHosts): Promise<Bytes> => {
  const mark = (await sha256Hex(utf8(hosts.connect.join(' ')))).slice(0, 16);
  return utf8(fromUtf8(worker).replace(INDEX_REVISION, (revision) => revision + mark));
};

const IMMUTABLE = 'public, max-age=31536000, immutable';

const answer = (path: string, content: Bytes, policy: string | undefined): Response => {
  const headers = new Headers(SECURITY_HEADERS);
  headers.set('content-type', getMimeType(path) ?? 'application/octet-stream');
  headers.set('cache-control', path.startsWith('/assets/') ? IMMUTABLE : 'no-cache');
  if (policy !== undefined) headers.set('content-security-policy', policy);
  return new Response(content, { headers });
};

/** The file at a path; the app's screens stand behind `#`, so that every other path is an error, told as JSON. */
export const staticFile = async (
  path: string,
  readFile: ReadFile,
  hosts: PolicyHosts,
): Promise<Response> => {
  const file = path === '/' ? '/index.html' : path;
  const content = isPlainPath(file) ? await readFile(file) : undefined;
  if (!content) return gatewayAnswer('path-unknown');
  if (file.endsWith('.html')) {
    return answer(file, withPolicy(content, hosts), documentPolicy(hosts));
  }
  if (file === '/sw.js') return answer(file, await withRevision(content, hosts), undefined);
  return answer(file, content, scriptPolicy(file));
};
