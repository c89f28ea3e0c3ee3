import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bytes, bytesOf, fromUtf8, utf8 } from '../../src/base/bytes.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { signAttached } from '../../src/signing/cms/sign.ts';
import { verifyP7s } from '../../src/signing/cms/verify.ts';
import { readPdfSignatures } from '../../src/signing/pdf/read-signatures.ts';
import { demoSigner } from '../support/demo-signer.ts';
import { type Desk, useOffice } from '../support/office.ts';

// The screen Assinar: any file signed, any signed file told what it is worth, without a server.

const { sitDown, demo } = useOffice('signing-screen');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-signing-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (name: string, content: Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const chooses = (page: Page, paths: string[]) =>
  page.locator('.drop-zone input').first().setInputFiles(paths);

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

const bytesOfDownload = async (download: Download): Promise<Bytes> =>
  new Uint8Array(await readFile(await download.path()));

const saves = async (page: Page, name: string): Promise<Bytes> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return bytesOfDownload(download);
};

const consents = async (page: Page, count: number) => {
  await page.getByRole('button', { name: `Assinar ${count} arquivos`, exact: true }).click();
  await page.getByRole('button', { name: `Assinar ${count} arquivos agora` }).click();
};

const wouldAskBeforeClosing = (page: Page): Promise<boolean> =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

const demoTrust = async () => ({
  anchors: fromPem(await readFile(demo('raiz.pem'), 'utf8')),
  intermediates: [],
});

const comesToSign = async (): Promise<Desk> => {
  const desk = await sitDown();
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.open('assinar');
  return desk;
};

it('signs a batch after one consent, a file that cannot be signed apart, and gives the results as one ZIP', async () => {
  const { page } = (await comesToSign()).browser;
  await chooses(page, [
    demo('edital.pdf'),
    'test/fixtures/pdf/encrypted.pdf',
    'test/fixtures/pdf/predictor.pdf',
    await fileOf('planilha.csv', utf8('a;b\n1;2\n')),
    await fileOf('ata nº 1.txt', utf8('Ata da sessão.')),
  ]);
  await row(page, 'encrypted.pdf').getByRole('checkbox').check();
  await consents(page, 5);
  await page.getByText('4 arquivos assinados. 1 arquivo não foi assinado').waitFor();
  expect(await row(page, 'encrypted.pdf').textContent()).toContain('protegido por senha');

  expect(await wouldAskBeforeClosing(page)).toBe(true);
  const zip = unzipSync(await saves(page, 'Salvar todos (ZIP)'));
  expect(Object.keys(zip).sort()).toEqual([
    'ata nº 1.txt.p7s',
    'edital (assinado).pdf',
    'planilha.csv.p7s',
    'predictor (assinado).pdf',
  ]);
  expect(await wouldAskBeforeClosing(page)).toBe(false);
  const p7s = new Uint8Array(zip['ata nº 1.txt.p7s'] ?? []);
  const verified = await verifyP7s(p7s, await demoTrust(), Date.now());
  expect(verified.ok && fromUtf8(verified.value.content)).toBe('Ata da sessão.');
  const pdf = await readPdfSignatures(new Uint8Array(zip['edital (assinado).pdf'] ?? []));
  expect(pdf.ok && pdf.value).toMatchObject([{ coversWholeFile: true }]);
});

/** From now on every look at a file's bytes waits until it is let through. */
const holdsReading = (page: Page) =>
  page.evaluate(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const { promise, resolve } = Promise.withResolvers<void>();
    addEventListener('let-through', () => resolve(), { once: true });
    crypto.subtle.digest = async (...args) => {
      await promise;
      return digest(...args);
    };
  });
const letsThrough = (page: Page) => page.evaluate(() => dispatchEvent(new Event('let-through')));

it('pauses after the file at hand, goes on, and leaves the rest alone once cancelled', async () => {
  const { page } = (await comesToSign()).browser;
  const names = ['um.txt', 'dois.txt', 'três.txt'];
  await chooses(page, await Promise.all(names.map((name) => fileOf(name, utf8(name)))));
  await page.getByRole('button', { name: 'Assinar 3 arquivos', exact: true }).click();
  const consent = page.getByRole('button', { name: 'Assinar 3 arquivos agora' });
  await expect.poll(() => consent.isEnabled()).toBe(true);
  await holdsReading(page);
  await consent.click();
  await page.getByRole('button', { name: 'Pausar' }).click();
  await letsThrough(page);
  await page.getByText('um.txt.p7s').waitFor();
  await page.getByText('1 de 3 arquivos').waitFor();
  expect(await row(page, 'dois.txt').textContent()).toContain('Na espera');

  await holdsReading(page);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByRole('button', { name: 'Cancelar' }).click();
  await letsThrough(page);
  await page.getByText('2 arquivos assinados. 1 cancelado.').waitFor();
  expect(await row(page, 'três.txt').textContent()).toContain('Cancelado');
});

it('waits for the key where it is locked in the middle, and goes on with the same certificate only', async () => {
  const desk = await comesToSign();
  const { page } = desk.browser;
  await chooses(page, [await fileOf('a.txt', utf8('a')), await fileOf('b.txt', utf8('b'))]);
  await page.getByRole('button', { name: 'Assinar 2 arquivos', exact: true }).click();
  const consent = page.getByRole('button', { name: 'Assinar 2 arquivos agora' });
  await expect.poll(() => consent.isEnabled()).toBe(true);
  await holdsReading(page);
  await consent.click();
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await letsThrough(page);
  await page.getByText('O certificado foi bloqueado no meio do trabalho.').waitFor();
  await desk.clerk.opensCertificate(demo('maria.pfx'), 'senha123');
  await page.getByText('Está aberto outro certificado.').waitFor();
  expect(await page.getByRole('button', { name: 'Continuar' }).isDisabled()).toBe(true);
});

it('takes back what another program signed only if it is that very file', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await desk.clerk.open('assinar');
  const { keys, chain } = await demoSigner(demo, 'maria');
  const signs = async (text: string) =>
    bytesOf(
      await signAttached(new Blob([utf8(text)]), keys, chain, { now: Date.now(), level: 'AD-RB' }),
    );
  await chooses(page, [await fileOf('ofício.txt', utf8('Ofício 12'))]);
  await page.getByRole('button', { name: 'Assinar ofício.txt com outro programa' }).click();
  expect(fromUtf8(await saves(page, 'Salvar ofício.txt'))).toBe('Ofício 12');
  const bringsBack = (path: string) =>
    page.getByRole('dialog').locator('input[type=file]').setInputFiles(path);

  await bringsBack(await fileOf('outro.p7s', await signs('Ofício 13')));
  await page.getByText('não contém exatamente este documento').waitFor();
  await bringsBack(await fileOf('ofício.txt.p7s', await signs('Ofício 12')));
  await page.getByText('Aceito: é exatamente este documento').waitFor();
  await page.getByText('Assinado por MARIA').waitFor();
  await page.getByRole('button', { name: 'Fechar' }).click();
  expect(await row(page, 'ofício.txt').textContent()).toContain('Salvo: ofício.txt.p7s');
});

/** The person chooses a folder: one of the browser's own, which has the same interface as one on disk. */
const choosesFolder = async (page: Page, files: Record<string, string>) => {
  await page.evaluate(async (contents) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('atas', { create: true });
    for (const [name, text] of Object.entries(contents)) {
      const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await out.write(text);
      await out.close();
    }
    Object.assign(globalThis, { showDirectoryPicker: async () => folder });
  }, files);
  await page.getByRole('button', { name: 'Escolher pasta' }).click();
};

it('writes what is signed beside the originals of a folder, and never over another file', async () => {
  const { page } = (await comesToSign()).browser;
  await choosesFolder(page, {
    'ata.txt': 'Ata',
    'ata.txt.p7s': 'outra coisa',
    'lista.txt': 'Lista',
    'Thumbs.db': 'x',
  });
  await row(page, 'ata.txt.p7s').getByRole('checkbox').uncheck();
  await consents(page, 2);
  await page.getByText('2 arquivos assinados.').waitFor();
  const names = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('atas');
    return Array.fromAsync(folder.keys());
  });
  expect(names.sort()).toEqual([
    'Thumbs.db',
    'ata (2).txt.p7s',
    'ata.txt',
    'ata.txt.p7s',
    'lista.txt',
    'lista.txt.p7s',
  ]);
  expect(await row(page, 'lista.txt').textContent()).toContain('Salvo: lista.txt.p7s');
  expect(await wouldAskBeforeClosing(page)).toBe(false);
});
