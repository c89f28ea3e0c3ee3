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

it('relaxes eval for the Ajv worker alone, and lets no worker reach the network', () => {
  expect(scriptPolicy('/assets/ajv.worker-B1_x-9.js')).toContain("'unsafe-eval'");
  const others = [
    '/assets/signing.worker-1.js',
    '/assets/ajv.worker-1.js/x.js',
    '/ajv.worker-1.js',
  ];
  for (const path of others) expect(scriptPolicy(path) ?? '').not.toContain('unsafe');
  expect(scriptPolicy('/assets/signing.worker-1.js')).toContain("connect-src 'none'");
  expect(scriptPolicy('/sw.js')).toBeUndefined();
});
