import { expect, it } from 'vitest';
import { documentPolicy, metaPolicy, scriptPolicy } from './security-policy.ts';

it('lets the page talk to itself and to the named hosts only', () => {
  const policy = documentPolicy({ connect: ['https://a.example:8443'] });
  expect(policy).toContain("; connect-src 'self' https://a.example:8443;");
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).not.toContain('unsafe');
});

it('differs between header and meta tag in frame-ancestors alone', () => {
  const hosts = { connect: [] };
  expect(documentPolicy(hosts)).toBe(`${metaPolicy(hosts)}; frame-ancestors 'none'`);
});

it('relaxes eval for the Ajv worker alone', () => {
  expect(scriptPolicy('/assets/ajv.worker-B1_x-9.js')).toContain("'unsafe-eval'");
  expect(scriptPolicy('/in/a/folder/assets/ajv.worker-B1.js')).toContain("'unsafe-eval'");
  for (const path of ['/assets/ajv.worker-1.js/x.js', '/ajv.worker-1.js', '/assets/ajv-1.js']) {
    expect(scriptPolicy(path) ?? '').not.toContain('unsafe');
  }
  expect(scriptPolicy('/sw.js')).toBeUndefined();
});

it('lets the worker that hashes run WebAssembly, no other script, and nothing compile texts there', () => {
  const policy = scriptPolicy('/assets/hashing.worker-B1_x-9.js') ?? '';
  expect(policy).toContain("'wasm-unsafe-eval'");
  expect(policy).not.toContain("'unsafe-eval'");
  for (const name of ['signing.worker', 'report.worker', 'index']) {
    expect(scriptPolicy(`/assets/${name}-B1.js`)).not.toContain('wasm-unsafe-eval');
  }
});

it('lets a worker reach nothing, and the one that signs its own gateway only', () => {
  const reached = (path: string) => /connect-src ([^;]+)/.exec(scriptPolicy(path) ?? '')?.[1];
  expect(reached('/assets/ajv.worker-1.js')).toBe("'none'");
  expect(reached('/assets/verifying.worker-1.js')).toBe("'none'");
  expect(reached('/assets/hashing.worker-1.js')).toBe("'none'");
  expect(reached('/assets/signing.worker-1.js')).toBe("'self'");
});
