import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, useOffice } from '../support/office.ts';

// What goes wrong on an ordinary day: each is told in its own sentence, and nothing that was typed is lost.

const { sitDown, sitDownAtOwnPc, door, demo, url } = useOffice('bad-input');
const icp = (file: string) => join('test/fixtures/icp', file);

const DATE = 'campo-dataDecretoMunicipal';
const LIMIT = 'campo-detalhamentoLc123.valorLimiteRegParticipExclusivaMEEPP';
const NUMBER = 'campo-numeroDecretoMunicipal';
const FILE = 'campo-idDocumentoPDF';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-bad-input-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const made = async (name: string, content: Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const typesDraft = async ({ clerk }: Desk): Promise<void> => {
  await clerk.open();
  await clerk.beginsDraft('Fevereiro', '2019');
  await clerk.fillsIn();
  await clerk.waitsUntilSaved();
};

const atDraft = async (): Promise<Desk> => {
  const desk = await sitDown();
  await typesDraft(desk);
  return desk;
};

const inputOn = (page: Page, field: string) => page.locator(`[id="${field}"]`);
const expectTyped = (page: Page, field: string, typed: string) =>
  expect.poll(() => inputOn(page, field).inputValue()).toBe(typed);
const sentenceOn = (page: Page, field: string, sentence: string) =>
  page.locator(`[id="${field}-erros"]`).getByText(sentence).waitFor();

it.each([
  [LIMIT, 'cinquenta mil', '“cinquenta mil” não é um número'],
  [DATE, '31/02/2019', '“31/02/2019” não é uma data que existe'],
])('says what is wrong with %s and keeps what was typed: %s', async (field, typed, sentence) => {
  const { browser, clerk } = await atDraft();
  await clerk.types(field, typed);
  await inputOn(browser.page, NUMBER).focus();
  await sentenceOn(browser.page, field, sentence);
  await clerk.waitsUntilSaved();
  await browser.page.reload();
  await sentenceOn(browser.page, field, sentence);
  await expectTyped(browser.page, field, typed);
  await expectTyped(browser.page, NUMBER, '659');
});

it('asks before a window is left in which something was typed a moment ago', async () => {
  const { browser, clerk } = await atDraft();
  // In one turn: nothing can be written between the typing and the going.
  const isAsked = await inputOn(browser.page, NUMBER).evaluate((input) => {
    if (!(input instanceof HTMLInputElement)) throw new Error('no field to type in');
    input.value = '660';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  });
  expect(isAsked).toBe(true);
  await clerk.waitsUntilSaved();
  await browser.page.reload();
  await expectTyped(browser.page, NUMBER, '660');
});

it('takes no file that the court would refuse, says why, and keeps the one it has', async () => {
  const { browser, clerk } = await atDraft();
  const { page } = browser;
  await clerk.attaches(demo('edital.pdf'));
  await page.getByText('ainda não assinado').waitFor();
  const elevenMegabytes = new Uint8Array(11 * 1024 * 1024);
  elevenMegabytes.set(new TextEncoder().encode('%PDF-1.7\n'));
  const program = new TextEncoder().encode(
    'MZ\u0000\u0000 This program cannot be run in DOS mode.',
  );
  const files: [string, string][] = [
    [await made('grande.pdf', elevenMegabytes), 'O arquivo tem mais de 10 MB'],
    [await made('edital.exe.pdf', program), 'O conteúdo deste arquivo não é de nenhum deles'],
    [icp('cms/detached.p7s'), 'Este P7S traz só a assinatura, sem o documento dentro.'],
    [await made('vazio.pdf', new Uint8Array()), 'O arquivo está vazio.'],
  ];
  for (const [path, sentence] of files) {
    await clerk.attaches(path);
    await sentenceOn(page, FILE, sentence);
    await page.locator('.file-facts').getByText('edital.pdf', { exact: true }).waitFor();
  }
  await page.reload();
  await page.locator('.file-facts').getByText('edital.pdf', { exact: true }).waitFor();
  await expectTyped(page, NUMBER, '659');
});

it('tells apart why a certificate does not open, and opens the right one afterwards', async () => {
  const { browser, clerk } = await sitDown();
  const { page } = browser;
  await clerk.open('certificados');
  const files: [string, string, string][] = [
    ['modern.pfx', 'senha errada', 'A senha não confere.'],
    ['truncated.pfx', 'senha123', 'O arquivo do certificado está incompleto'],
    ['nokey.pfx', 'senha123', 'Este arquivo só tem o certificado público, sem a chave que assina.'],
    ['expired.pfx', 'senha123', 'Este certificado está vencido'],
    ['future.pfx', 'senha123', 'Este certificado ainda não começou a valer.'],
    ['garbage.pfx', 'senha123', 'Este arquivo não é um certificado com chave'],
    ['badku.pfx', 'senha123', 'Este certificado não serve para assinar documentos'],
    ['../certs/ecpf.der', 'senha123', 'Este arquivo tem só o certificado público'],
    ['../cms/attached.p7s', 'senha123', 'Este arquivo é um P7B ou P7S'],
  ];
  for (const [file, password, sentence] of files) {
    await clerk.opensCertificate(icp(`pfx/${file}`), password);
    await page.locator('.field-errors').getByText(sentence).waitFor();
  }
  await page.getByText('Nenhum certificado importado neste navegador.').waitFor();
  await clerk.opensCertificate(icp('pfx/modern.pfx'), 'senha123');
  await page.getByText('Aberto', { exact: true }).waitFor();
});

it('says that a page of HTML is not the court, and goes on by itself when the court is back', async () => {
  const { browser, clerk } = await sitDown();
  await clerk.comesToWork(demo('joao.pfx'));
  await clerk.prepares(demo('edital.pdf'));
  await door.plan('GET', '/schema$', { kind: 'html', status: 200 }, 2);
  await clerk.signsAndQueues();
  await browser.page.getByText('Quem respondeu não foi o tribunal').waitFor();
  await clerk.waitsForState('needs-person');
  expect(await door.deliveries()).toHaveLength(1);
});

it('keeps on the screen what the disk has no room for, says so, and saves it when there is room', async () => {
  const desk = await sitDownAtOwnPc();
  await typesDraft(desk);
  const draft = desk.browser.page.url();
  // Chromium looks for room anew only some time after it last did; a new process does at once.
  await desk.reopen();
  const { browser, clerk } = desk;
  const { page } = browser;
  const devtools = await browser.context.newCDPSession(page);
  const quota = (quotaSize: number | undefined) =>
    devtools.send('Storage.overrideQuotaForOrigin', {
      origin: url(),
      ...(quotaSize !== undefined && { quotaSize }),
    });
  await quota(1000);
  await page.goto(draft);
  await clerk.types(NUMBER, '660');
  await page.getByText('Não guardado: sem espaço.').waitFor();
  await clerk.types('campo-dataPublicacao', '03/01/2019');
  await inputOn(page, NUMBER).focus();
  expect(await inputOn(page, NUMBER).inputValue()).toBe('660');
  await quota(undefined);
  await clerk.waitsUntilSaved();
  await page.reload();
  await expectTyped(page, NUMBER, '660');
  await expectTyped(page, 'campo-dataPublicacao', '03/01/2019');
});

it('lets one of two windows write a draft, and hands it over with nothing lost', async () => {
  const { browser, clerk } = await atDraft();
  const first = browser.page;
  const second = await browser.context.newPage();
  await second.goto(first.url());
  await second.getByText('Este rascunho está aberto em outra janela.').waitFor();
  await expect.poll(() => inputOn(second, NUMBER).isEditable()).toBe(false);

  await clerk.types(NUMBER, '661');
  await inputOn(first, DATE).focus();
  await second.getByRole('button', { name: 'Editar aqui' }).click();
  await second
    .getByText('Este rascunho está aberto em outra janela.')
    .waitFor({ state: 'detached' });
  await expectTyped(second, NUMBER, '661');
  await first.getByText('Este rascunho está aberto em outra janela.').waitFor();
  await expect.poll(() => inputOn(first, NUMBER).isEditable()).toBe(false);

  await inputOn(second, NUMBER).fill('662');
  await inputOn(second, DATE).focus();
  await second.locator('[data-saving="saved"]').waitFor();
  await first.getByRole('button', { name: 'Editar aqui' }).click();
  await first
    .getByText('Este rascunho está aberto em outra janela.')
    .waitFor({ state: 'detached' });
  await expectTyped(first, NUMBER, '662');
});
