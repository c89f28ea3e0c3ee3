import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildPage, type Office, openOffice } from '../../bench/outbox/office.ts';
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
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate((of) => globalThis.outboxBench.seed(0, 4, of), representacao);
  // The app lies at the same address.
  await page.goto('about:blank');
  await clerk.comesToWork(office.demo('joao.pfx'));
  await clerk.open('entregas/homologar');
  await page.getByLabel('Escolher todas (4)').check();
  await looks(office);
  const [other] = await door.deliveries();
  await isAltered(office, other?.id ?? 0, other?.text ?? '');
  await page.getByRole('button', { name: 'Homologar 4 entregas' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Concordo que estas 4 entregas').waitFor();
  await sheet.getByRole('button', { name: 'Assinar e homologar 4' }).click();
  await page.getByText('Homologação terminada').waitFor();
  await looks(office);
});
