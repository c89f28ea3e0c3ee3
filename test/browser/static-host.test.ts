import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Ambiente } from '../../src/base/environment.ts';
import { AJV_WORKER_POLICY } from '../../src/base/security-policy.ts';
import { openBrowser, type PersonsBrowser } from '../support/browser.ts';
import { buildApp } from '../support/build.ts';
import { clerkAt } from '../support/clerk.ts';
import { startNewOffice, startOffice } from '../support/office-server.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { type StaticServer, startStaticServer } from '../support/static-server.ts';

// The app without a gateway: a plain file server of another origin, without one header, and the court beyond CORS.

let scratch: string;
let data: string;
let dist: string;
let court: ServerProcess;
let host: StaticServer;
let browser: PersonsBrowser;

const demo = (name: string) => join(data, 'demo', name);
const portOf = (url = '') => new URL(url).port;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'estafeta-static-'));
  data = join(scratch, 'data');
  dist = join(scratch, 'dist');
  court = await startNewOffice(data);
  const { url, passaporteUrl = '' } = court;
  const ambiente: Ambiente = {
    id: 'simulado',
    tipo: 'simulado',
    nome: 'Simulador',
    hosts: { recepcao: url, passaporte: passaporteUrl },
    anchors: [await readFile(demo('raiz.pem'), 'utf8')],
  };
  const ambientes = join(scratch, 'ambientes.json');
  await writeFile(ambientes, JSON.stringify([ambiente]));
  await buildApp(dist, ambientes);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await browser?.screenshot('static-host');
  await browser?.close();
  await host?.stop();
});

afterAll(async () => {
  await court?.stop();
  await rm(scratch, { recursive: true, force: true });
});

const courtAgain = async () => {
  court = await startOffice(data, {
    PORT: portOf(court.url),
    PASSAPORTE_PORT: portOf(court.passaporteUrl),
  });
};

const statesAtCourt = async (): Promise<string[]> => {
  const headers = { 'X-Sandbox-Secret': court.testSecret ?? '' };
  const response = await fetch(`${court.url}/sandbox/test/deliveries`, { headers });
  const deliveries: { statusEnvio: string }[] = await response.json();
  return deliveries.map(({ statusEnvio }) => statusEnvio);
};

/** Prepared, signed and queued while neither the host of the app nor the court can be reached. */
const preparesOffline = async (url: string, month: string): Promise<void> => {
  const clerk = clerkAt(browser.page, url);
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  await host.stop();
  await court.stop();
  await expect(fetch(host.url)).rejects.toThrow();
  await browser.page.reload();
  await clerk.beginsDraft(month, '2019');
  await clerk.fillsIn();
  await clerk.attaches(demo('edital.pdf'));
  await browser.page.getByText('ainda não assinado').waitFor();
  await browser.page.goto(`${url}/#/certificados`);
  await clerk.opensCertificate(demo('maria.pfx'), 'senha123');
  await browser.page.getByText('Aberto', { exact: true }).waitFor();
  await browser.page.goto(`${url}/#/rascunhos`);
  await browser.page.getByRole('link', { name: 'Regulamentação de licitações' }).click();
  await clerk.checks();
  await clerk.signs();
  await clerk.putsOnQueue();
  await clerk.waitsForState('paused');
};

/** The queue tries again by itself after a while; whoever does not want to wait says so. */
const goesOnTo = async (name: string | RegExp): Promise<Locator> => {
  const wanted = browser.page.getByRole('button', { name }).first();
  const tryNow = browser.page.getByRole('button', { name: 'Tentar agora' });
  await Promise.race([wanted.waitFor(), tryNow.click()]);
  return wanted;
};

const choosesWhomToStandFor = async (name: RegExp): Promise<void> => {
  await (await goesOnTo(name)).click();
};

const homologates = async (url: string): Promise<void> => {
  await browser.page.getByRole('button', { name: 'Conferir e homologar' }).waitFor();
  const clerk = clerkAt(browser.page, url);
  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');
};

it('delivers from a plain file server with the certificate of the browser, straight to the court', async () => {
  host = await startStaticServer(dist);
  browser = await openBrowser({
    // This is Playwright's own TLS, which presents the certificate in the place of Chromium: what is shown
    // is the app's request with credentials and the court's answer to it, not a browser's certificate store.
    ignoreHTTPSErrors: true,
    clientCertificates: [
      {
        origin: court.passaporteUrl ?? '',
        certPath: demo('maria.pem'),
        keyPath: demo('maria.key.pem'),
      },
    ],
  });
  await preparesOffline(host.url, 'Fevereiro');
  await courtAgain();
  await choosesWhomToStandFor(/prefeit/i);
  await homologates(host.url);
  expect(await statesAtCourt()).toEqual(['HOMOLOGADO']);
});

/** A token as another program of the clerk's gets it: by a TLS handshake with her certificate. */
const tokenOfMaria = async (): Promise<string> => {
  const ask = async (path: string) => {
    const identity = {
      ca: await readFile(demo('raiz.pem')),
      cert: await readFile(demo('maria.pem')),
      key: await readFile(demo('maria.key.pem')),
    };
    const text = await new Promise<string>((resolve, reject) => {
      request(`${court.passaporteUrl}/passaporte/api/auth/${path}`, identity, (response) => {
        let answer = '';
        response.on('data', (part) => {
          answer += part;
        });
        response.on('end', () => resolve(answer));
      })
        .on('error', reject)
        .end();
    });
    return JSON.parse(text);
  };
  const { representacoes } = await ask('representacoes');
  return (await ask(`certificado?representacao=${representacoes[0].codigo}`)).token.valor;
};

it('delivers from a folder of a plain file server with a token that the clerk pastes', async () => {
  await cp(dist, join(scratch, 'www/contas/estafeta'), { recursive: true });
  host = await startStaticServer(join(scratch, 'www'));
  const url = `${host.url}/contas/estafeta`;
  browser = await openBrowser();
  const before = await statesAtCourt();
  const token = await tokenOfMaria();
  await preparesOffline(url, 'Março');
  await browser.page.goto(`${url}/#/ajustes`);
  await browser.page.getByLabel('Colando um acesso (token)').check();
  await browser.page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await browser.page.getByLabel('Acesso (token)', { exact: true }).fill(token);
  await browser.page.getByRole('button', { name: 'Usar este acesso' }).click();
  await browser.page.getByText('Acesso aceito').waitFor();
  // Only now: what meets the court without an access asks for a choice first.
  await courtAgain();
  await browser.page.goto(`${url}/#/fila`);
  await goesOnTo('Conferir e homologar');
  await homologates(url);
  expect(await statesAtCourt()).toEqual([...before, 'HOMOLOGADO']);
});

interface WatchedWindow extends Window {
  started: { url: string; controlled: boolean }[];
}

/** Notes of every worker whether the service worker controlled the page when it was started. */
const watchWorkers = () =>
  browser.context.addInitScript(() => {
    const watched = window as Window as WatchedWindow;
    const Native = Worker;
    watched.started = [];
    window.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        const controlled = navigator.serviceWorker.controller !== null;
        watched.started.push({ url: String(url), controlled });
      }
    };
  });

const startedAjv = () =>
  browser.page.evaluate(() =>
    (window as Window as WatchedWindow).started.filter(({ url }) => url.includes('ajv.worker')),
  );

const ajvWorker = () => browser.page.workers().find((each) => each.url().includes('ajv.worker'));

it('starts Ajv only once the service worker fences its worker in, which then reaches nobody', async () => {
  host = await startStaticServer(dist);
  browser = await openBrowser();
  await watchWorkers();
  const clerk = clerkAt(browser.page, host.url);
  await clerk.open();
  await clerk.beginsDraft('Abril', '2019');
  await clerk.checks();
  await clerk.waitsUntilReadyOffline();
  await clerk.checks();
  await expect.poll(startedAjv).toHaveLength(1);
  const [started] = await startedAjv();
  expect(started?.controlled).toBe(true);

  const address = started?.url ?? '';
  const policyAt = () =>
    browser.page.evaluate(
      async (url) => (await fetch(url)).headers.get('content-security-policy'),
      address,
    );
  expect(await policyAt()).toBe(AJV_WORKER_POLICY);
  await expect.poll(ajvWorker).toBeDefined();
  const reached = await ajvWorker()?.evaluate(
    (url) =>
      fetch(url).then(
        () => 'reached',
        () => 'blocked',
      ),
    host.url,
  );
  expect(reached).toBe('blocked');
});

it('does without Ajv where no service worker can fence it in, and still reports', async () => {
  host = await startStaticServer(dist);
  browser = await openBrowser({ serviceWorkers: 'block' });
  await watchWorkers();
  const clerk = clerkAt(browser.page, host.url);
  await clerk.open();
  await browser.page.locator('[data-offline="unavailable"]').waitFor();
  await clerk.beginsDraft('Abril', '2019');
  await clerk.checks();
  await browser.page.locator('.field-invalid').first().waitFor();
  expect(await startedAjv()).toEqual([]);
});

it('never says that it is ready for the time without network while one of its files is missing', async () => {
  const folder = join(scratch, 'incomplete');
  await cp(dist, folder, { recursive: true });
  await rm(join(folder, 'layouts/LIC__REG_LICITACAO.schema.json'));
  host = await startStaticServer(folder);
  browser = await openBrowser();
  const installing = browser.context.waitForEvent('serviceworker');
  await clerkAt(browser.page, host.url).open();
  await installing;
  const standing = () =>
    browser.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      if (registration?.installing) return 'installing';
      return registration ? 'installed' : 'given up';
    });
  await expect.poll(standing).toBe('given up');
  await browser.page.locator('[data-offline="unavailable"]').waitFor();
});
