import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { dossierPage } from './dossier/build-page.ts';
import type { Ambiente } from './src/base/environment.ts';
import {
  AJV_WORKER_POLICY,
  documentPolicy,
  HASHING_WORKER_POLICY,
  metaPolicy,
  SCRIPT_POLICY,
  SECURITY_HEADERS,
  SIGNING_WORKER_POLICY,
} from './src/base/security-policy.ts';

/**
 * For a static host the environments are fixed at build: `ESTAFETA_AMBIENTES` names a JSON file with a list of
 * them. Without it the app takes them from its gateway.
 */
const file = process.env.ESTAFETA_AMBIENTES;
const ambientes: Ambiente[] = file ? JSON.parse(readFileSync(file, 'utf8')) : [];
const originsOf = ({ hosts }: Ambiente): string[] =>
  [hosts.recepcao, hosts.passaporte]
    .filter((host) => host?.includes('://'))
    .map((host) => new URL(host ?? '').origin);
const hosts = { connect: [...new Set(ambientes.flatMap(originsOf))] };

/** Headers for static hosts that read a `_headers` file. */
const headersFile = (): string => {
  const block = (path: string, headers: Record<string, string>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    block('/*', SECURITY_HEADERS),
    block('/', { 'content-security-policy': documentPolicy(hosts) }),
    block('/index.html', { 'content-security-policy': documentPolicy(hosts) }),
    block('/assets/ajv.worker-*', { 'content-security-policy': AJV_WORKER_POLICY }),
    block('/assets/hashing.worker-*', { 'content-security-policy': HASHING_WORKER_POLICY }),
    block('/assets/report.worker-*', { 'content-security-policy': SCRIPT_POLICY }),
    block('/assets/signing.worker-*', { 'content-security-policy': SIGNING_WORKER_POLICY }),
    block('/assets/intake.worker-*', { 'content-security-policy': SCRIPT_POLICY }),
    block('/assets/verifying.worker-*', { 'content-security-policy': SCRIPT_POLICY }),
    block('/assets/table.worker-*', { 'content-security-policy': SCRIPT_POLICY }),
    '',
  ].join('\n');
};

const strictPage = (): Plugin => ({
  name: 'estafeta-strict-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy(hosts) },
      injectTo: 'head-prepend',
    },
  ],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    const config = JSON.stringify({ gateway: false, ambientes });
    this.emitFile({ type: 'asset', fileName: 'ambientes.json', source: config });
  },
});

export default defineConfig({
  base: './',
  build: { target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: 'es' },
  plugins: [
    strictPage(),
    dossierPage(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}', 'layouts/*.json', 'dossie.txt'],
      },
    }),
  ],
});
