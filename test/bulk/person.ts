import { errors, type Page } from 'playwright';
import { SETTLE_MS } from '../../src/protocol/recepcao/steps/step.ts';
import type { ExportedMonth } from './month.ts';
import type { BulkStage } from './run.ts';

const GRASP_MS = 5_000;
const grasp = { timeout: GRASP_MS };

/** What a person does about deliveries that do not go on by themselves: she looks at the court, and says what she saw. */
export const actsForUncertain = async (stage: BulkStage, month: ExportedMonth): Promise<void> => {
  const { page, url, door } = stage;
  const marks = await marksByEntry(page, month);
  await page.goto(`${url}/#/fila`);
  await page.getByRole('heading', { name: 'Fila de envio' }).waitFor();
  // So much time passes that nothing which was sent can still be on its way.
  await door.moveClock((await door.now()) + SETTLE_MS + 1_000);
  await unlessGone(triesAllNow(page));
  const asked = page.locator('[data-entry][data-state="needs-person"]');
  for (const id of await asked.evaluateAll((cards) =>
    cards.map((card) => card.getAttribute('data-entry') ?? ''),
  )) {
    const mark = marks.get(id);
    if (mark) await unlessGone(looksAtTheCourt(stage, id, mark));
  }
  await page.goto(`${url}/#/rascunhos/lote`);
  await page.locator('[data-line]').first().waitFor();
};

/** The marks of what is on the queue, by the ids of entries: the batch says which entry was made of which file. */
const marksByEntry = async (
  page: Page,
  { payloads }: ExportedMonth,
): Promise<Map<string, string>> => {
  const more = page.getByRole('button', { name: /^Mostrar mais/ });
  while ((await more.count()) > 0) await more.click();
  const links = await page
    .locator('tr[data-line] a[href^="#/fila/"]')
    .evaluateAll((all) =>
      all.map((link) => [
        decodeURIComponent(link.getAttribute('href')?.split('/')[2] ?? ''),
        link.closest('tr')?.getAttribute('data-line') ?? '',
      ]),
    );
  const marks = new Map(payloads.map(({ path, mark }) => [`mes/${path}`, mark]));
  return new Map(links.map(([id = '', path = '']) => [id, marks.get(path) ?? '']));
};

const triesAllNow = async (page: Page): Promise<void> => {
  const all = page.getByRole('button', { name: 'Tentar tudo agora' });
  if ((await all.count()) === 0 || !(await all.isEnabled())) return;
  await all.click(grasp);
  await page.getByRole('dialog').getByRole('button', { name: 'Tentar tudo agora' }).click(grasp);
};

const looksAtTheCourt = async (
  { page, door }: BulkStage,
  entry: string,
  mark: string,
): Promise<void> => {
  const card = page.locator(`[data-entry="${entry}"]`);
  if ((await card.getByRole('button', { name: 'Conferir este número' }).count()) === 0) return;
  const found = (await door.deliveries()).find(({ text }) => text.includes(`"${mark}"`));
  if (found) {
    await card.getByLabel('Número (id) da entrega').fill(String(found.id), grasp);
    await card.getByRole('button', { name: 'Conferir este número' }).click(grasp);
  } else {
    const absent = { name: 'Procurei e não há entrega' };
    await card.getByRole('button', absent).click(grasp);
    await page.getByRole('dialog').getByRole('button', absent).click(grasp);
  }
  await page
    .locator(`[data-entry="${entry}"][data-state="needs-person"]`)
    .waitFor({ state: 'detached', ...grasp });
};

/** The app goes on by itself meanwhile: what she reached for and missed she tries at the next look. */
const unlessGone = async (act: Promise<void>): Promise<void> => {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
  }
};
