import { expect, it } from 'vitest';
import { SETTLE_MS } from '../../src/protocol/recepcao/steps/step.ts';
import { type Desk, type OwnDesk, useOffice } from '../support/office.ts';

// An answer that does not arrive never leads to a second delivery.

const SEND = '^/recepcao/LIC/REG_LICITACAO/2/2019$';
const HOMOLOGATE = '/homologar$';
const HOUR = 60 * 60_000;

const { sitDown, sitDownAtOwnPc, door, demo } = useOffice('lost-answers');

const prepares = async ({ clerk }: Desk): Promise<void> => {
  await clerk.comesToWork(demo('joao.pfx'));
  await clerk.prepares(demo('edital.pdf'));
};

const prepared = async (): Promise<Desk> => {
  const desk = await sitDown();
  await prepares(desk);
  return desk;
};

const posts = () => door.count('POST', /^\/recepcao\/LIC\/REG_LICITACAO\/2\/2019$/);

/** The court's clock, told in whole seconds, goes on until what was sent can no longer be on its way. */
const settles = async () => door.moveClock((await door.now()) + SETTLE_MS + 1_000);

/** The delivery that this test made. */
const newest = async () => {
  const last = (await door.deliveries()).at(-1);
  if (!last) throw new Error('the court holds no delivery');
  return last;
};

const UNCERTAIN = 'O resultado do envio é incerto';
const proves = async ({ browser }: Desk, id: string) => {
  await browser.page.getByLabel('Número (id) da entrega').fill(id);
  await browser.page.getByRole('button', { name: 'Conferir este número' }).click();
};

const isTold = async (desk: Desk, id: string, sentence: string) => {
  await proves(desk, id);
  await desk.browser.page.getByText(sentence).waitFor();
};

const unlocks = async ({ clerk, browser }: Desk) => {
  await clerk.opensCertificate(demo('joao.pfx'), 'senha123');
  await browser.page.getByText('Certificado aberto: JOÃO').waitFor();
};

const homologates = async ({ clerk }: Desk) => {
  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');
  expect(await newest()).toMatchObject({ statusEnvio: 'HOMOLOGADO' });
};

it('asks nobody what became of a lost POST where the court lists its deliveries', async () => {
  const before = await door.deliveries();
  const desk = await prepared();
  await door.plan('POST', SEND, { kind: 'lost' });
  await desk.clerk.signsAndQueues();
  await desk.clerk.waitsForState('needs-person');
  await homologates(desk);
  expect(await posts()).toBe(1);
  expect(await door.deliveries()).toHaveLength(before.length + 1);
});

it('sends no second time where somebody else answered: the person finds the delivery and proves it', async () => {
  const before = await door.deliveries();
  await door.offersList(false);
  const desk = await prepared();
  const { page } = desk.browser;
  await door.plan('POST', SEND, { kind: 'html', status: 200, applied: true });
  await desk.clerk.signsAndQueues();
  await page.getByText(UNCERTAIN).waitFor();
  await page.reload();
  await page.getByText(UNCERTAIN).waitFor();
  await unlocks(desk);

  await isTold(desk, 'abc', 'Escreva só o número (id) da entrega, com algarismos.');
  await isTold(desk, '99999', 'O tribunal não tem entrega sua com este número');
  await proves(desk, String((await newest()).id));
  await homologates(desk);
  expect(await posts()).toBe(1);
  expect(await door.deliveries()).toHaveLength(before.length + 1);
});

it('offers to give up in doubt where the number leads to other data, and says so afterwards', async () => {
  await door.offersList(false);
  const desk = await prepared();
  const { page } = desk.browser;
  await door.plan('POST', SEND, { kind: 'lost' });
  await desk.clerk.signsAndQueues();
  await page.getByText(UNCERTAIN).waitFor();
  const other = { id: 1, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', jsonNode: {} };
  await door.plan('GET', '/2019/1$', { kind: 'answer', status: 200, json: { arquivo: other } });
  await proves(desk, '1');
  await page.getByText('os dados dela são outros').waitFor();
  await page.getByRole('button', { name: 'Cancelar o envio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar o envio' }).click();
  await desk.clerk.waitsForState('cancelled');
  await page.getByText('pode ter acontecido ou não').waitFor();
});

it('sends again only after the person stated that there is no delivery', async () => {
  const before = await door.deliveries();
  await door.offersList(false);
  const desk = await prepared();
  await door.plan('POST', SEND, { kind: 'lost', applied: false });
  await desk.clerk.signsAndQueues();
  await desk.browser.page.getByText(UNCERTAIN).waitFor();
  expect(await door.deliveries()).toHaveLength(before.length);
  await settles();
  await desk.browser.page.getByRole('button', { name: 'Perguntar de novo' }).click();
  await expect.poll(() => door.count('POST', /validar$/)).toBe(2);
  const absent = { name: 'Procurei e não há entrega' };
  await desk.browser.page.getByRole('button', absent).click();
  await desk.browser.page.getByRole('dialog').getByRole('button', absent).click();
  await homologates(desk);
  expect(await door.deliveries()).toHaveLength(before.length + 1);
});

it('finds out by asking whether a homologation happened whose answer was lost', async () => {
  const desk = await prepared();
  await door.plan('PUT', HOMOLOGATE, { kind: 'lost' });
  await desk.clerk.signsAndQueues();
  await desk.clerk.waitsForState('needs-person');
  await homologates(desk);
  expect(await door.count('PUT', /homologar$/)).toBe(1);
});

it('homologates again where asking shows that it did not happen', async () => {
  const desk = await prepared();
  await door.plan('PUT', HOMOLOGATE, { kind: 'lost', applied: false });
  await desk.clerk.signsAndQueues();
  await desk.clerk.waitsForState('needs-person');
  await homologates(desk);
  expect(await door.count('PUT', /homologar$/)).toBe(2);
});

it('renews a token that ran out in the middle by itself', async () => {
  const desk = await prepared();
  await desk.clerk.signsAndQueues();
  await desk.clerk.waitsForState('needs-person');
  // The token was made for six hours at the most; to the page it still looks good.
  await door.moveClock((await door.now()) + 25 * HOUR);
  await desk.clerk.confirmsHomologation();
  await desk.clerk.waitsForState('done');
  expect(await desk.browser.page.locator('[data-state="rejected"]').count()).toBe(0);
});

/** The page ends without a last word, and so does what it was sending. */
const crashes = async ({ browser: { page, context }, reopen }: OwnDesk) => {
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // The answer to this never comes.
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await reopen();
};

// A browser that is killed: test/crash.
it('takes a delivery for uncertain when the page crashed while it was sent', async () => {
  const before = await door.deliveries();
  await door.offersList(false);
  const desk = await sitDownAtOwnPc();
  await prepares(desk);
  await door.plan('POST', SEND, { kind: 'delay', ms: 4_000 });
  await desk.clerk.signsAndQueues();
  await desk.browser.page.getByText('Envio dos dados em andamento').waitFor();
  await crashes(desk);
  await desk.clerk.open('fila');
  await unlocks(desk);
  await desk.browser.page.getByText(UNCERTAIN).waitFor();
  await expect.poll(() => door.deliveries()).toHaveLength(before.length + 1);
  await proves(desk, String((await newest()).id));
  await homologates(desk);
  expect(await posts()).toBe(1);
  expect(await door.deliveries()).toHaveLength(before.length + 1);
});
