import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildPage, type Office, openOffice } from '../../bench/outbox/office.ts';
import { fromUtf8 } from '../../src/base/bytes.ts';
import type { JsonObject } from '../../src/base/json.ts';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { clerkAt } from '../support/clerk.ts';
import { documentedPayload } from '../support/documented-payload.ts';
import { startNewOffice } from '../support/office-server.ts';
import { testDoor } from '../support/test-door.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-homologate-'));
  await buildPage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sitDown = async () => {
  const office = await openOffice(folder, { start: startNewOffice });
  onTestFinished(() => office.stop());
  return {
    office,
    door: testDoor(() => office.server),
    clerk: clerkAt(office.page, office.server.url),
  };
};

const PERIOD = '/recepcao/LIC/REG_LICITACAO/2/2019';

/** Somebody else at the court, with another program. */
const elsewhere = async (
  { server, token }: Office,
  method: string,
  path: string,
  content: JsonObject,
): Promise<number> => {
  const answer = await fetch(`${server.url}/gateway/simulado${PERIOD}${path}`, {
    method,
    headers: {
      ...{ authorization: token, 'content-type': 'application/json' },
      ...{ 'x-estafeta': '1', origin: server.url },
    },
    body: JSON.stringify(content),
  });
  return (await answer.json()).arquivo.id;
};

/** What is sent to be homologated stays on its way until it is released. */
const holdsHomologations = async (page: Page) => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/homologar', async (route) => {
    await gate;
    await route.continue();
  });
  return async () => {
    open();
    await page.unroute('**/homologar');
  };
};

const looks = async ({ page }: Office): Promise<void> => {
  for (const size of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
  }
};

it('homologates a list by one word, over a pause and a reload, and leaves out by name what differs', async () => {
  const { office, door, clerk } = await sitDown();
  const { page, representacao } = office;
  await page.evaluate((of) => globalThis.outboxBench.seed(0, 4, of), representacao);
  const { idDocumentoPDF: _, ...content } = documentedPayload;
  const foreign = await elsewhere(office, 'POST', '', content);
  // The app lies at the same address.
  await page.goto('about:blank');
  await clerk.comesToWork(office.demo('joao.pfx'));

  // What another program delivered is taken in, and prepared: compared, and its PDF fetched.
  await clerk.open('entregas');
  await page.getByRole('button', { name: 'Trazer do tribunal' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Mês de referência').selectOption({ label: 'Fevereiro' });
  await sheet.getByLabel('Ano').fill('2019');
  await sheet.getByLabel('Uma, pelo número').check();
  await sheet.getByRole('textbox').last().fill(String(foreign));
  await sheet.getByRole('button', { name: 'Trazer' }).click();
  await sheet.getByText('1 entrega foi trazida.').waitFor();
  await clerk.open('entregas/homologar');
  await page.getByRole('button', { name: /^Preparar .*número/ }).click();
  await page.getByLabel('Escolher todas (5)').check();
  await looks(office);

  // All are agreed to by one word, one of them altered by somebody else meanwhile; then comes a pause.
  const other = (await door.deliveries()).find(({ id }) => id !== foreign);
  const changed = { ...content, numeroDecretoMunicipal: '999' };
  await elsewhere(office, 'PUT', `/${other?.id}`, changed);
  const release = await holdsHomologations(page);
  await page.getByRole('button', { name: 'Homologar 5 entregas' }).click();
  await sheet.getByText('Concordo que estas 5 entregas sejam assinadas').waitFor();
  await sheet.getByRole('button', { name: 'Assinar e homologar 5' }).click();
  await page.getByRole('button', { name: 'Pausar', exact: true }).click();
  await release();
  await page.getByText('Pausado por você.').waitFor();
  expect(await page.getByText(/^0 de 5 entregas homologadas/).count()).toBe(1);
  await looks(office);

  // It goes on after a reload, once the certificate is open.
  await page.reload();
  await page.getByText('Pausado por você.').waitFor();
  await clerk.comesToWork(office.demo('joao.pfx'));
  await clerk.open('entregas/homologar');
  await page.getByRole('button', { name: 'Continuar', exact: true }).click();
  await page.getByText('4 de 5 entregas homologadas; 1 parou.').waitFor();
  const stopped = page.locator('[data-stopped="differs"]');
  await stopped.getByText(`número ${other?.id}`).waitFor();
  await stopped.getByText('O que o tribunal guarda é diferente').waitFor();
  const statuses = (await door.deliveries()).map(({ id, statusEnvio }) => [id, statusEnvio]);
  expect(statuses.filter(([, status]) => status === 'HOMOLOGADO')).toHaveLength(4);
  expect(statuses).toContainEqual([other?.id, 'NAO_HOMOLOGADO']);
  await looks(office);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Salvar todos os recibos' }).click(),
  ]);
  const zip = unzipSync(new Uint8Array(await readFile(await download.path())));
  expect(Object.keys(zip).filter((name) => name.endsWith('-assinado.pdf'))).toHaveLength(4);
  expect(fromUtf8(new Uint8Array(zip['recibos.csv'] ?? [])).split('\r\n')).toHaveLength(6);
});
