import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bytes, concat, fromUtf8, sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { writeZip } from '../../src/receipt/dossier/write-zip.ts';
import { changesOf, forged, membersOf } from '../dossier/changes.ts';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { type Desk, useOffice } from '../support/office.ts';

const office = useOffice('dossier');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-dossier-test-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

interface Saved {
  zip: Bytes;
  /** The root as it stands on the printed receipt. */
  printed: string;
}

/** Delivers up to the homologation, looks at the printed receipt, and saves the dossier. */
const savesDossier = async ({ clerk, browser: { page } }: Desk): Promise<Saved> => {
  await clerk.comesToWork(office.demo('joao.pfx'));
  await clerk.prepares(office.demo('edital.pdf'));
  await clerk.signsAndQueues();
  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');
  await page.getByRole('link', { name: 'Ver a entrega' }).click();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: 'Raiz do dossiê' }).waitFor();
  const printed = await page.locator('.root-hash').innerText();
  await page.emulateMedia({ media: 'screen' });

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Salvar dossiê' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^dossie-SIMULADO-LIC-REG_LICITACAO-2019-02-/);
  const path = join(folder, 'dossie.zip');
  await download.saveAs(path);
  return { zip: new Uint8Array(await readFile(path)), printed };
};

let saved: Saved | undefined;
/** One delivery is enough for all tests: whichever comes first makes it. */
const dossierFrom = async (desk: Desk): Promise<Saved> => {
  saved ??= await savesDossier(desk);
  return saved;
};

/** Chooses a ZIP on whatever checks dossiers, and gives the verdict it comes to. */
const verdictOn = async (page: Page, bytes: Uint8Array, name: string): Promise<string> => {
  const buffer = Buffer.from(bytes);
  const file = { name, mimeType: 'application/zip', buffer };
  await page.getByLabel('Escolher o ZIP do dossiê').setInputFiles(file);
  const found = page.locator(`[data-file="${name}"] [data-verdict]`).first();
  return (await found.getAttribute('data-verdict')) ?? '';
};

const comparesWith = (page: Page, root: string) =>
  page.getByLabel('Raiz impressa no recibo').fill(root);

const looks = async (page: Page): Promise<void> => {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
  }
  await page.setViewportSize(DESK);
};

it('saves a dossier whose root is the one on the printed receipt, and checks it without network', async () => {
  const desk = await office.sitDown({ serviceWorkers: 'allow' });
  const { browser, clerk } = desk;
  const { page } = browser;
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  const { zip, printed } = await dossierFrom(desk);
  expect(printed).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  const [manifest] = await membersOf(zip);
  expect(await sha256Hex(manifest?.content ?? new Blob())).toBe(printed.replaceAll(' ', ''));

  await browser.context.setOffline(true);
  await clerk.open('entregas/conferir');
  expect(await verdictOn(page, zip, 'dossie.zip')).toBe('sound');
  await page
    .getByRole('heading', { name: /^Assinatura 1: / })
    .first()
    .waitFor();
  await comparesWith(page, printed.toUpperCase());
  await page.getByText('É a mesma raiz').waitFor();
  await looks(page);
});

it('tells by the printed root what was changed in the container, in a file or in the page itself', async () => {
  const desk = await office.sitDown();
  const { page } = desk.browser;
  const { zip, printed } = await dossierFrom(desk);
  await desk.clerk.open('entregas/conferir');
  const members = await membersOf(zip);
  const written = async (changed: typeof members) =>
    new Uint8Array(await writeZip(changed).arrayBuffer());

  const containers = {
    'before.zip': concat(utf8('x'), zip),
    'behind.zip': concat(zip, utf8('x')),
    'cut.zip': zip.slice(0, -1),
    'order.zip': await written([...members.slice(0, 1), ...members.slice(1).toReversed()]),
    'less.zip': await written(members.slice(0, -1)),
    'sum.zip': await written(members.map((each) => ({ ...each, crc: 0 }))),
  };
  for (const [name, bytes] of Object.entries(containers))
    expect([name, await verdictOn(page, bytes, name)]).toEqual([
      name,
      expect.stringMatching(/^(broken|refused)$/),
    ]);

  const html = await members.find(({ name }) => name === 'index.html')?.content.text();
  const kinder = utf8((html ?? '').replace('Não confere: algo', 'Está inteiro: nada'));
  expect(await verdictOn(page, await forged(zip, 'index.html', kinder), 'page.zip')).toBe('sound');
  await comparesWith(page, printed);
  await page.getByText('A raiz é outra').waitFor();

  const other = await forged(zip, 'LEIA-ME.txt', utf8('Confia.'));
  expect(await verdictOn(page, other, 'readme.zip')).toBe('sound');
  await comparesWith(page, printed);
  await page.getByText('A raiz é outra').waitFor();
});

it('is re-verified from disk by the page in it, which misses no changed byte', async () => {
  const desk = await office.sitDown();
  const { page } = desk.browser;
  const { zip } = await dossierFrom(desk);
  // What the app still asks for is not the page's doing.
  await page.goto('about:blank');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const inside = (await membersOf(zip)).find(({ name }) => name === 'index.html');
  const path = join(folder, 'index.html');
  await writeFile(path, fromUtf8(new Uint8Array((await inside?.content.arrayBuffer()) ?? [])));
  await page.goto(pathToFileURL(path).href);
  await page.getByText('Esta página não pode garantir a si mesma').waitFor();

  expect(await verdictOn(page, zip, 'dossie.zip')).toBe('sound');
  await page.getByText('Simulador: esta entrega é um treino').waitFor();
  await looks(page);
  expect(requests).toEqual([pathToFileURL(path).href]);

  const missed: string[] = [];
  let made = 0;
  for await (const { member, at, zip: changed } of changesOf(zip, 96, 7)) {
    const verdict = await verdictOn(page, changed, `dossie-${++made}.zip`);
    if (!['broken', 'refused'].includes(verdict)) missed.push(`${member} at ${at}`);
  }
  expect(missed).toEqual([]);
});
