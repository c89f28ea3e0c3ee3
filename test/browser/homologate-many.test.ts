import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildPage, type Office, openOffice } from '../../bench/outbox/office.ts';
import { fromUtf8 } from '../../src/base/bytes.ts';
import { isJsonObject, parseJson } from '../../src/base/json.ts';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { clerkAt } from '../support/clerk.ts';
import { testDoor } from '../support/test-door.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-homologate-'));
  await buildPage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sitDown = async () => {
  const office = await openOffice(folder, { ESTAFETA_TEST: '1' });
  onTestFinished(() => office.stop());
  return {
    office,
    door: testDoor(() => office.server),
    clerk: clerkAt(office.page, office.server.url),
  };
};

const PERIOD = '/recepcao/LIC/REG_LICITACAO/2/2019';

/** Somebody else changes a delivery at the court. */
const isAltered = async ({ server, token }: Office, id: number, text: string) => {
  const content = parseJson(text);
  if (!isJsonObject(content)) throw new Error('no object');
  const answer = await fetch(`${server.url}/gateway/simulado${PERIOD}/${id}`, {
    method: 'PUT',
    headers: {
      ...{ authorization: token, 'content-type': 'application/json' },
      ...{ 'x-estafeta': '1', origin: server.url },
    },
    body: JSON.stringify({ ...content, numeroDecretoMunicipal: '999' }),
  });
  expect(answer.status).toBe(200);
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
  await page.evaluate((of) => globalThis.outboxBench.seed(0, 5, of), representacao);
  // The app lies at the same address.
  await page.goto('about:blank');
  await clerk.comesToWork(office.demo('joao.pfx'));

  // One that was given up after the court had it is prepared again.
  await clerk.open('fila');
  const asking = page.locator('[data-state="needs-person"]');
  await expect.poll(() => asking.count()).toBe(5);
  await asking.first().getByText('O que mais se pode fazer').click();
  await asking.first().getByRole('button', { name: 'Cancelar o envio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar o envio' }).click();
  await page.getByRole('link', { name: 'Homologar as 4 de uma vez' }).click();
  await page.getByRole('button', { name: /^Preparar / }).click();
  await page.getByLabel('Escolher todas (5)').check();
  await looks(office);

  // All are agreed to by one word, one of them altered by somebody else meanwhile; then comes a pause.
  const [other] = await door.deliveries();
  await isAltered(office, other?.id ?? 0, other?.text ?? '');
  const release = await holdsHomologations(page);
  await page.getByRole('button', { name: 'Homologar 5 entregas' }).click();
  const sheet = page.getByRole('dialog');
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
