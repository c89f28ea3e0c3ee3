import { errors, type Page } from 'playwright';
import { SETTLE_MS } from '../../src/protocol/recepcao/steps/step.ts';
import type { ExportedMonth } from './month.ts';
import type { BulkStage } from './run.ts';

/** How long she tries for one thing that may vanish under her hand. */
const grasp = { timeout: 5_000 };

/** What a person does where nothing goes on by itself: she has all tried again, looks at the court, and says what she saw. */
export const actsForUncertain = async (stage: BulkStage, month: ExportedMonth): Promise<void> => {
  const { page, url, door } = stage;
  const uncertain = await uncertainEntries(page, month);
  await page.goto(`${url}/#/fila`);
  await page.getByRole('heading', { name: 'Fila de envio' }).waitFor();
  // So much time passes that nothing which was sent can still be on its way.
  await door.moveClock((await door.now()) + SETTLE_MS + 1_000);
  await unlessGone(triesAllNow(page));
  for (const { id, mark } of uncertain) {
    await page.goto(`${url}/#/fila/${id}`);
    await unlessGone(looksAtTheCourt(stage, id, mark));
  }
  await page.goto(`${url}/#/rascunhos/lote`);
  await page.locator('[data-line]').first().waitFor();
};

/** What the batch says to be uncertain: the entry, and the mark of the file it was made of. */
const uncertainEntries = async (page: Page, { payloads }: ExportedMonth) => {
  const marks = new Map(payloads.map(({ path, mark }) => [`mes/${path}`, mark]));
  const chip = page.locator('[data-count="uncertain"]');
  if ((await chip.count()) === 0) return [];
  await chip.click();
  const found = await page
    .locator('tr[data-line-state="uncertain"] a[href^="#/fila/"]')
    .evaluateAll((links) =>
      links.map((link) => ({
        id: link.getAttribute('href')?.split('/')[2] ?? '',
        path: link.closest('tr')?.getAttribute('data-line') ?? '',
      })),
    );
  return found.map(({ id, path }) => ({ id, mark: marks.get(path) ?? '' }));
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
  const asking = page.locator(`[data-entry="${entry}"][data-state="needs-person"]`);
  await card.waitFor(grasp);
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
  await asking.filter({ hasText: 'Conferir este número' }).waitFor({ state: 'detached', ...grasp });
};

/** The app goes on by itself meanwhile: what she reached for and missed she tries at the next look. */
const unlessGone = async (act: Promise<void>): Promise<void> => {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
  }
};
