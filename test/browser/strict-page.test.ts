import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import {
  AJV_WORKER_POLICY,
  documentPolicy,
  metaPolicy,
  SECURITY_HEADERS,
} from '../../src/base/security-policy.ts';
import { openBrowser, type PersonsBrowser } from '../support/browser.ts';
import { clerkAt } from '../support/clerk.ts';
import { startNewOffice } from '../support/office-server.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { type StaticServer, startStaticServer } from '../support/static-server.ts';

// The page as the gateway serves it.

let data: string;
let server: ServerProcess;
let elsewhere: StaticServer;
let browser: PersonsBrowser;
let page: Page;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'estafeta-strict-'));
  server = await startNewOffice(data);
  elsewhere = await startStaticServer('public');
  browser = await openBrowser();
  page = browser.page;
  const clerk = clerkAt(page, server.url);
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
});

afterAll(async () => {
  await browser?.close();
  await elsewhere?.stop();
  await server?.stop();
  await rm(data, { recursive: true, force: true });
});

it('comes with its policy in a header and in the page, and with the other headers', async () => {
  const response = await fetch(server.url);
  const hosts = { connect: [server.passaporteUrl ?? ''] };
  expect(response.headers.get('content-security-policy')).toBe(documentPolicy(hosts));
  expect(await response.text()).toContain(`content="${metaPolicy(hosts)}"`);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect([name, response.headers.get(name)]).toEqual([name, value]);
  }
});

/** The name of what is thrown where the page's own script does something; empty where nothing is. */
const thrownBy = (what: 'html' | 'eval' | 'worker' | 'policy'): Promise<string> =>
  page.evaluate(async (what) => {
    // What the protocol runs at once may use eval; what runs later is under the page's policy.
    await new Promise((resolve) => setTimeout(resolve));
    const acts = {
      html: () => {
        document.createElement('p').innerHTML = '<b>x</b>';
      },
      eval: () => new Function('return 1')(),
      worker: () => new Worker('./sw.js'),
      policy: () => Reflect.get(window, 'trustedTypes').createPolicy('another', {}),
    };
    try {
      acts[what]();
      return '';
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  }, what);

it('lets nobody turn text into markup, script or a worker', async () => {
  expect(await thrownBy('html')).toBe('TypeError');
  expect(await thrownBy('worker')).toBe('TypeError');
  expect(await thrownBy('policy')).toBe('TypeError');
  expect(await thrownBy('eval')).toBe('EvalError');
});

it('runs no script written into the page', async () => {
  const visitor = await openBrowser({ serviceWorkers: 'block' });
  onTestFinished(visitor.close);
  await visitor.context.route(`${server.url}/`, async (route) => {
    const response = await route.fetch();
    const script = '<script>document.title = "written"</script>';
    const body = (await response.text()).replace('</body>', `${script}</body>`);
    await route.fulfill({ response, body });
  });
  const told = visitor.page.waitForEvent('console', {
    predicate: (message) => /script-src 'self'/.test(message.text()),
  });
  await clerkAt(visitor.page, server.url).open();
  expect((await told).text()).toContain('inline script');
  expect(await visitor.page.title()).toContain('Estafeta');
});

const workerOf = async (name: string) => {
  await expect.poll(() => page.workers().find((each) => each.url().includes(name))).toBeDefined();
  const found = page.workers().find((each) => each.url().includes(name));
  if (!found) throw new Error(`no worker ${name}`);
  return {
    canCompile: () =>
      found.evaluate(async () => {
        // Not at once: what the protocol runs may use eval everywhere.
        await new Promise((resolve) => setTimeout(resolve));
        try {
          return new Function('return true')();
        } catch {
          return false;
        }
      }),
    /** Without CORS, so that only a policy can stop it. */
    reaches: (url: string) =>
      found.evaluate(
        (target) =>
          fetch(target, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        url,
      ),
  };
};

it('lets the worker that holds the key reach this server only, and the one with eval nobody', async () => {
  const foreign = `${elsewhere.url}/manifest.webmanifest`;
  const own = `${server.url}/manifest.webmanifest`;
  const clerk = clerkAt(page, server.url);
  await clerk.open('certificados');
  await clerk.opensCertificate(join(data, 'demo/maria.pfx'), 'senha123');
  await page.getByText('Aberto', { exact: true }).waitFor();
  const signing = await workerOf('signing.worker');
  expect(await signing.reaches(own)).toBe(true);
  expect(await signing.reaches(foreign)).toBe(false);
  expect(await signing.canCompile()).toBe(false);

  await clerk.beginsDraft('Junho', '2019');
  const report = await workerOf('report.worker');
  expect(await report.reaches(own)).toBe(false);
  expect(await report.canCompile()).toBe(false);
  await clerk.checks();
  const ajv = await workerOf('ajv.worker');
  expect(await ajv.reaches(own)).toBe(false);
  expect(await ajv.reaches(foreign)).toBe(false);
  expect(await ajv.canCompile()).toBe(true);
  const policy = await page.evaluate(async () => {
    const name = performance.getEntriesByType('resource').find((each) => each.name.includes('ajv'));
    return (await fetch(name?.name ?? '')).headers.get('content-security-policy');
  });
  expect(policy).toBe(AJV_WORKER_POLICY);
});

it('lets the worker that reads files of strangers reach nothing', async () => {
  await clerkAt(page, server.url).open('assinar');
  await page
    .locator('.drop-zone input')
    .first()
    .setInputFiles('test/fixtures/icp/cms/attached.p7s');
  const verifying = await workerOf('verifying.worker');
  expect(await verifying.reaches(`${server.url}/manifest.webmanifest`)).toBe(false);
  expect(await verifying.reaches(`${elsewhere.url}/manifest.webmanifest`)).toBe(false);
  expect(await verifying.canCompile()).toBe(false);
});

/** Width and height of a PNG (PNG §11.2.2: they follow the signature and the head of IHDR). */
const pngSize = (png: ArrayBuffer): string => {
  const view = new DataView(png);
  expect(view.getUint32(0)).toBe(0x89504e47);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
};

it('can be installed: a manifest with pictures of the sizes it says', async () => {
  const link = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await fetch(new URL(link ?? '', server.url))).json();
  expect(manifest).toMatchObject({ display: 'standalone', start_url: './', scope: './' });
  const pictures: { src: string; sizes: string; type: string }[] = manifest.icons;
  const pngs = pictures.filter(({ type }) => type === 'image/png');
  expect(pngs.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
  for (const { src, sizes, type } of pngs) {
    const response = await fetch(new URL(src, server.url));
    expect(response.headers.get('content-type')).toBe(type);
    expect(pngSize(await response.arrayBuffer())).toBe(sizes);
  }
});

// Not part of the app: the worker script itself, and what only a static host reads.
const NOT_KEPT = ['sw.js', '_headers', 'ambientes.json'];

it('says that it is ready for the time without network when every built file is kept', async () => {
  const entries = await readdir('dist', { recursive: true, withFileTypes: true });
  const built = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replace(/^dist\//, ''))
    .filter((name) => !NOT_KEPT.includes(name));
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return requests.flat().map(({ url }) => new URL(url).pathname.slice(1));
  });
  expect(kept.sort()).toEqual(built.sort());
});
