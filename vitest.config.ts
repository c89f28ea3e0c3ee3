import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './test/support/chromium.ts';

// Projects run in the order of their groups: a browser beside tests that take every core would be waited for in vain.
const chromium = await findChromium();

/** Vite's development server takes import attributes from static imports only (vitejs/vite#19095); a build knows both. */
const dynamicJson = {
  name: 'dynamic-json',
  enforce: 'pre' as const,
  transform: (code: string) => code.replaceAll(/(import\('[^']+\.json'), \{ with: [^)]+\)/g, '$1)'),
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,server,test/support,test/form,bench}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          globalSetup: ['test/support/demo-chain.ts'],
          testTimeout: 30_000,
          // What these files import holds nothing of one test for the next, so a worker loads it once for all of them.
          isolate: false,
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'scenario',
          include: ['test/{scenario,runtime,fuzz,chaos}/**/*.test.ts'],
          globalSetup: ['test/support/demo-chain.ts'],
          testTimeout: 60_000,
        },
      },
      {
        // Code that needs a real IndexedDB or the browser's own WebCrypto, run inside Chromium.
        // Everything it imports is pre-bundled at start, so that no reload happens in the middle of a run.
        optimizeDeps: {
          include: [
            'idb',
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            '@preact/signals',
            'axe-core',
            'comlink',
            'papaparse',
            'ajv-draft-04',
            'papaparse',
            '@noble/ciphers/aes.js',
            '@noble/hashes/hmac.js',
            '@noble/hashes/legacy.js',
            '@noble/hashes/pbkdf2.js',
            '@noble/hashes/sha2.js',
          ],
        },
        plugins: [dynamicJson],
        // Vite keeps certificates and keys back; those of test/fixtures are synthetic and public.
        server: { fs: { deny: [] } },
        test: {
          name: 'in-browser',
          sequence: { groupOrder: 1 },
          include: ['src/**/*.browser.test.{ts,tsx}'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // The built app in a real Chromium against real server processes.
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          testTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: 120_000,
          // A clerk waits more than she works, so two fit on two cores; with three each takes half as long again.
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
});
