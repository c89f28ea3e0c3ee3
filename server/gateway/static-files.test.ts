import { expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes.ts';
import { systemClock } from '../../src/base/clock.ts';
import { documentPolicy, metaPolicy } from '../../src/base/security-policy.ts';
import { createGateway } from './gateway.ts';

const PASSAPORTE = 'https://passaporte.example:8443';
const BUILD_POLICY = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />`;
const files: Record<string, string> = {
  '/index.html': `<head>${BUILD_POLICY}</head>`,
  '/sw.js': 'x([{"revision":"00ff","url":"index.html"},{"revision":"11","url":"a.svg"}])',
  '/manifest.webmanifest': '{}',
  '/assets/ajv.worker-Bx_1.js': 'ajv',
  '/assets/index-C2.js': 'app',
  '/layouts/LIC__REG_LICITACAO.schema.json': '{}',
};

const read: string[] = [];
const gateway = createGateway({
  clock: systemClock,
  ambientes: [
    {
      id: 'testes',
      tipo: 'testes',
      nome: 'Testes',
      recepcao: 'https://recepcao.example',
      passaporte: PASSAPORTE,
      anchors: [],
      ca: [],
    },
  ],
  pki: { names: [], resolve: async () => [] },
  keyHosts: [],
  readFile: async (path) => {
    read.push(path);
    const content = files[path];
    return content === undefined ? undefined : utf8(content);
  },
  ask: async () => ({ ok: false, error: 'upstream-unreachable' }),
});

const get = (path: string, headers: Record<string, string> = {}) =>
  gateway(new Request(`http://127.0.0.1:8080${path}`, { headers }));

it('sends documents with the strict policy, in header and meta tag, naming the configured hosts', async () => {
  const hosts = { connect: [PASSAPORTE] };
  for (const path of ['/', '/index.html']) {
    const response = await get(path);
    expect(response.headers.get('content-security-policy')).toBe(documentPolicy(hosts));
    expect(await response.text()).toBe(
      `<head><meta http-equiv="Content-Security-Policy" content="${metaPolicy(hosts)}"></head>`,
    );
    expect(response.headers.get('cache-control')).toBe('no-cache');
  }
});

it('relaxes eval for the script of the Ajv worker alone', async () => {
  const policy = async (path: string) => (await get(path)).headers.get('content-security-policy');
  expect(await policy('/assets/ajv.worker-Bx_1.js')).toBe(
    "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'none'",
  );
  expect(await policy('/assets/index-C2.js')).not.toContain('unsafe');
  expect(await policy('/sw.js')).toBeNull();
});

it('sends every file with its kind and the headers of safety', async () => {
  const { headers } = await get('/assets/index-C2.js');
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  const manifest = await get('/manifest.webmanifest');
  expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
});

it('lets hashed files be kept for ever, and asks anew for all others', async () => {
  const kept = async (path: string) => (await get(path)).headers.get('cache-control');
  expect(await kept('/assets/index-C2.js')).toContain('immutable');
  expect(await kept('/sw.js')).toBe('no-cache');
  expect(await kept('/layouts/LIC__REG_LICITACAO.schema.json')).toBe('no-cache');
});

it('answers 304 to who already has the file', async () => {
  const tag = (await get('/sw.js')).headers.get('etag') ?? '';
  expect((await get('/sw.js', { 'if-none-match': tag })).status).toBe(304);
  expect((await get('/sw.js', { 'if-none-match': '"other"' })).status).toBe(200);
});

it('reads nothing outside the built app', async () => {
  read.length = 0;
  const paths = [
    '/%2e%2e%2fpackage.json',
    '/..%2f..%2fetc/passwd',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets\\..\\..\\package.json',
    '//etc/passwd',
    '/.env',
    '/assets/.hidden.js',
    '/a%00.js',
  ];
  for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 404]);
  expect(read.filter((path) => path.includes('..') || path.includes('/.'))).toEqual([]);
});

it('gives the page another revision where its hosts are others, so that installed browsers fetch it', async () => {
  const worker = await (await get('/sw.js')).text();
  expect(worker).toMatch(/"revision":"00ff[0-9a-f]{16}","url":"index\.html"/);
  expect(worker).toContain('"revision":"11","url":"a.svg"');
});
