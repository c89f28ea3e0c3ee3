import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import { openMortalBrowser } from '../crash/mortal-browser.ts';
import { type Clerk, clerkAt } from '../support/clerk.ts';
import type { testDoor } from '../support/test-door.ts';
import { generateFile } from './generated-file.ts';

/** A process of generated files, and when the browser is killed while it is sent. */
export interface LargeSending {
  url: string;
  /** Holds the files and the browser's profile. */
  folder: string;
  door: ReturnType<typeof testDoor>;
  files: number;
  /** Of each file. */
  megabytes: number;
  partMb: number;
  /** The browser is killed once so many parts have come. */
  killAfter: number;
  tell?: (line: string) => void;
}

/** What came of it. */
export interface LargeOutcome {
  situacao: number | undefined;
  tramites: number;
  /** Parts that would have done, and those that came. */
  needed: number;
  came: number;
}

const PART = /\/partes\/\d+-\d+$/;
const PROTOCOLO = '12345.123456/2024-19';

/** Prepares and sends the process; kills the browser in the middle, opens it again and waits for the end. */
export const sendLarge = async (sending: LargeSending): Promise<LargeOutcome> => {
  const { url, folder, door, files, megabytes, partMb, tell = () => {} } = sending;
  const profile = join(folder, 'profile');
  const paths = Array.from({ length: files }, (_, n) => join(folder, `anexo-${n + 1}.bin`));
  for (const path of paths) await generateFile(path, megabytes);
  const parts = () => door.count('PUT', PART);
  await door.forgetRequests();

  const first = await openMortalBrowser(profile);
  await prepareLarge(first.page, { url, paths, megabytes, partMb });
  tell('prepared');
  const address = first.page.url();
  await sends(first.page);
  while ((await parts()) < sending.killAfter) await pause(20);
  await first.kill();
  tell(`killed after ${await parts()} parts`);

  const second = await openMortalBrowser(profile);
  await clerkAt(second.page, url).entersOffice('protocolo');
  await second.page.goto(address);
  await untilSent(second.page);
  await second.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });

  const tramites = (await door.pen.tramites()).filter(({ protocolo }) => protocolo === PROTOCOLO);
  return {
    situacao: tramites.at(-1)?.situacao,
    tramites: tramites.length,
    needed: files * Math.ceil(megabytes / partMb),
    came: await parts(),
  };
};

/** Comes into the office, has files of this size sent in such parts, and prepares a process with these. */
export const prepareLarge = async (
  page: Page,
  what: { url: string; paths: string[]; megabytes: number; partMb: number },
): Promise<void> => {
  const clerk = clerkAt(page, what.url);
  await clerk.entersOffice('protocolo');
  await choosesLimits(page, clerk, what.megabytes, what.partMb);
  await prepares(page, clerk, what.paths);
};

export const untilSent = (page: Page): Promise<void> =>
  page.locator('[data-receipt="envio"]').waitFor({ timeout: 900_000 });

const choosesLimits = async (page: Page, clerk: Clerk, megabytes: number, partMb: number) => {
  await clerk.open('ajustes/pen');
  const limits = page.locator('section', { has: page.getByLabel('Tamanho de cada parte') });
  await limits.getByLabel('Maior arquivo que se envia').fill(String(megabytes));
  await limits.getByLabel('Tamanho de cada parte').fill(String(partMb));
  await limits.getByRole('button', { name: 'Guardar' }).click();
  await limits.getByRole('status').waitFor();
};

const prepares = async (page: Page, clerk: Clerk, paths: string[]) => {
  await clerk.open('processos');
  await page.getByRole('button', { name: 'Novo processo' }).click();
  await page.getByLabel('Número do processo').fill(PROTOCOLO);
  await page.getByLabel('Tipo de processo').fill('Obras');
  await page.getByRole('button', { name: 'Começar' }).click();
  await page.getByLabel('Especificação').fill('Plantas da ponte');
  await page.getByLabel('Nome do interessado 1').fill('Ana Souza');
  await page.getByLabel('Trazer arquivos').setInputFiles(paths);
  await page
    .getByRole('link', { name: new RegExp(`^${paths.length}\\. `) })
    .waitFor({ timeout: 600_000 });
  await clerk.waitsUntilSaved();
};

/** The process that is open goes to the first unit that is found. */
export const sends = async (page: Page) => {
  await page.getByRole('button', { name: 'Enviar para outro órgão' }).click();
  const sheet = page.getByRole('dialog');
  await page.getByLabel('Unidade de destino').fill('Protocolo');
  await sheet.getByRole('button', { name: 'Procurar', exact: true }).click();
  await sheet.getByRole('radio').first().check();
  await sheet.getByRole('button', { name: 'Enviar', exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
};
