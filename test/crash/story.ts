import { errors, type Page } from 'playwright';
import { clerkAt } from '../support/clerk.ts';
import { type Act, actsOf } from './acts.ts';

/** A delivery to be made, and what became of it as far as the clerk can know. */
export interface Errand {
  /** Stands in the delivery, to know it by at the court. */
  mark: string;
  month: string;
  year: string;
  /** The acts of which the app said that they are kept. */
  kept: Set<string>;
  /** Of those, what was gone when she came back. */
  lost: string[];
}

/** Where she works, and with what. */
export interface Desk {
  page: Page;
  url: string;
  file: string;
  pfx: string;
  /** What she does is told, before she goes on. */
  did(what: string): Promise<unknown>;
  court: Court;
}

/** What she finds in the court's own tool, and its clock. */
export interface Court {
  /** Id of the delivery with this mark. */
  find(mark: string): Promise<number | undefined>;
  /** So much time passes that nothing which was sent can still be on its way. */
  settles(): Promise<void>;
}

/** She comes to work, sees what is there, and does what is missing until the delivery is homologated. */
export const finishes = async (errand: Errand, desk: Desk): Promise<void> => {
  const clerk = clerkAt(desk.page, desk.url);
  await clerk.comesToWork(desk.pfx);
  await clerk.open('fila');
  const entries = desk.page.locator('[data-entry]');
  await entries.or(desk.page.getByText('Nada na fila.')).first().waitFor();
  if ((await entries.count()) === 0) await queues(errand, desk);
  await seesThrough(errand, desk);
};

/** The acts before the browser is watched: the same in every run. */
export const opensDraft = async (errand: Errand, { page, url }: Desk): Promise<void> => {
  const clerk = clerkAt(page, url);
  await clerk.open('rascunhos');
  const draft = page.getByRole('link', { name: 'Regulamentação de licitações' });
  await draft.or(page.getByText('Nenhum rascunho ainda.')).first().waitFor();
  if ((await draft.count()) === 0) return clerk.beginsDraft(errand.month, errand.year);
  await draft.click();
  await page.getByRole('heading', { level: 1, name: 'Regulamentação de licitações' }).waitFor();
};

const queues = async (errand: Errand, desk: Desk): Promise<void> => {
  const { page, did } = desk;
  await did('at work');
  await opensDraft(errand, desk);
  await did('draft open');
  const acts = actsOf(page, errand.mark, desk.file);
  await page.locator('[id="campo-codTipoEnvio"]').waitFor();
  await comparesWithWhatWasKept(errand, acts);
  // The word of the screen about all that was typed.
  const saved = page.locator('[data-saving="saved"]');
  for (const act of acts) {
    if (await act.isDone()) continue;
    await act.do();
    await isDrawn(page);
    if ((await saved.count()) > 0) errand.kept.add(act.name);
    await did(`did ${act.name}`);
    await saved.waitFor();
    errand.kept.add(act.name);
  }
  await signs(desk);
  await clerkAt(page, desk.url).putsOnQueue();
};

const comparesWithWhatWasKept = async (errand: Errand, acts: Act[]): Promise<void> => {
  for (const act of acts) {
    if (errand.kept.has(act.name) && !(await act.isDone())) errand.lost.push(act.name);
  }
};

const isDrawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );

const signs = async ({ page, url, did }: Desk): Promise<void> => {
  const clerk = clerkAt(page, url);
  const sign = page.getByRole('button', { name: 'Assinar', exact: true });
  const queue = page.getByRole('button', { name: 'Pôr na fila', exact: true });
  await clerk.checks();
  await did('checked');
  await sign.or(queue).waitFor();
  if ((await sign.count()) > 0) await clerk.signs();
  await did('signed');
};

/** How long she waits between two looks, for one thing that may vanish under her hand, and for the end. */
const LOOK_MS = 500;
const GRASP_MS = 5_000;
const PATIENCE_MS = 120_000;

const seesThrough = async (errand: Errand, desk: Desk): Promise<void> => {
  const { page, did } = desk;
  const done = page.locator('[data-entry][data-state="done"]');
  const began = performance.now();
  for (let looks = 0; (await done.count()) === 0; looks++) {
    if (await isThere(page, 'Conferir e homologar')) {
      await did('asked for consent');
      await clerkAt(page, desk.url).confirmsHomologation();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    } else if (looks % 4 === 3) await unlessGone(triesNow(desk));
    else if (await isThere(page, 'Conferir este número'))
      await unlessGone(looksAtTheCourt(errand, desk));
    await done.waitFor({ timeout: LOOK_MS }).catch(() => undefined);
    if (performance.now() - began > PATIENCE_MS)
      throw new Error('the delivery did not come to its end');
  }
  await did('done');
};

const isThere = async (page: Page, button: string): Promise<boolean> =>
  (await page.getByRole('button', { name: button }).count()) > 0;

/** The app goes on by itself meanwhile: what she reached for and missed she tries at the next look. */
const unlessGone = async (act: Promise<void>): Promise<void> => {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
  }
};

/** Colare-Envios says whether the delivery is there; her answer is what she saw. */
const looksAtTheCourt = async ({ mark }: Errand, { page, court }: Desk): Promise<void> => {
  const grasp = { timeout: GRASP_MS };
  const id = await court.find(mark);
  if (id !== undefined) {
    await page.getByLabel('Número (id) da entrega').fill(String(id), grasp);
    await page.getByRole('button', { name: 'Conferir este número' }).click(grasp);
    return;
  }
  const absent = { name: 'Procurei e não há entrega' };
  // Until it is settled, her word is not taken: she tries again.
  await page.getByRole('button', absent).click(grasp);
  await page.getByRole('dialog').getByRole('button', absent).click(grasp);
};

/** What waits for time to pass gets it, and is asked again. */
const triesNow = async ({ page, court }: Desk): Promise<void> => {
  const again = page.getByRole('button', { name: /^(Tentar agora|Perguntar de novo)/ }).first();
  if ((await again.count()) === 0) return;
  await court.settles();
  await again.click({ timeout: GRASP_MS });
};
