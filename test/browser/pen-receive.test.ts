import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { useOffice } from '../support/office.ts';
import { penClerk, sheetTo } from '../support/pen-clerk.ts';

const office = useOffice('pen-receive');

const unit = (repositorio: number, numero: string) => ({
  identificacaoDoRepositorioDeEstruturas: repositorio,
  numeroDeIdentificacaoDaEstrutura: numero,
});
const PREFEITURA = unit(93, '1001');
const MINISTERIO = unit(1, '2002');
const NUMBER = '44442.000007/2018-35';
const OTHER = '75757.000006/2018-71';
const DAY_MS = 24 * 60 * 60 * 1000;

const sentHere = (protocolo: string, contents: string[]) =>
  office.door.pen.send({
    ...{ remetente: MINISTERIO, destinatario: PREFEITURA, kind: 'processo', protocolo, contents },
  });

/** What is amiss on a screen at the width of a telephone, and whether it fits a desk, too. */
const look = async (page: Page, what: string) => {
  const found = (await isWiderThanTheWindow(page)) ? [`${what} is wider than 1280`] : [];
  await page.setViewportSize({ width: 390, height: 844 });
  found.push(...(await barriersOn(page)));
  if (await isWiderThanTheWindow(page)) found.push(`${what} is wider than 390`);
  await page.setViewportSize({ width: 1280, height: 844 });
  return found;
};

const useReceiver = async () => {
  const desk = await office.sitDown();
  const comesIn = () => desk.clerk.entersOffice('protocolo');
  await comesIn();
  return { ...penClerk(desk), comesIn };
};

/** Looks at a file of what came, before anything is answered. */
const seesFile = async (page: Page) => {
  await page.getByRole('button', { name: /^Ver .*do documento 1$/ }).click();
  await page.locator('iframe.seen-document').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('iframe.seen-document').waitFor({ state: 'detached' });
};

/** Begins a refusal in the sheet that is open; what was typed is there later, also in a page that was loaded again. */
const beginsRefusal = async (page: Page, number: string, comesBack: () => Promise<void>) => {
  const button = (name: string) => page.getByRole('button', { name });
  const words = page.getByLabel('Explicação para o outro órgão');
  const reason = page.getByLabel('Motivo da recusa');
  await button('Recusar').click();
  await reason.selectOption('Faltam arquivos');
  await words.fill('Falta o parecer.');
  await page.keyboard.press('Escape');
  const isStillThere = async () => {
    await button(`Ver e responder: ${number}`).click();
    await button('Recusar').click();
    await expect.poll(() => words.inputValue()).toBe('Falta o parecer.');
    expect(await reason.inputValue()).toBe('03');
    await page.keyboard.press('Escape');
  };
  await isStillThere();
  await page.reload();
  await comesBack();
  await isStillThere();
};

/** Saves the dossier of the newest trâmite, and has it checked: the verdicts on it and on its receipts. */
const checksDossier = async (page: Page): Promise<(string | null)[]> => {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Salvar o dossiê' }).first().click();
  const saved = await (await saving).path();
  await page.getByRole('link', { name: 'Entregas', exact: true }).click();
  await page.getByRole('link', { name: 'Conferir dossiê' }).click();
  await page.getByLabel('Escolher o ZIP do dossiê').setInputFiles(saved);
  await page.getByRole('heading', { name: 'Trâmite de que o dossiê fala' }).waitFor();
  expect(await look(page, 'dossier')).toEqual([]);
  return page
    .locator('[data-verdict]:not([data-member])')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-verdict')));
};

it('a process that came is taken in, sent on, receipted, taken back with what is new, refused and open again', async () => {
  await sentHere(NUMBER, ['<p>Ofício do ministério</p>', '<p>Anexo</p>']);
  const { page, told, waits, accepts, sends, follows, opens, leaves } = await useReceiver();
  await told('');
  await waits(NUMBER);
  await told('1');
  expect(await look(page, 'answer')).toEqual([]);
  await accepts();
  await page.getByRole('link', { name: 'Início' }).click();
  await page.getByText('1 não lido').waitFor();
  await page.getByRole('link', { name: '1 processo espera por você' }).waitFor();
  await opens('recebidos');
  await page.getByRole('link', { name: NUMBER }).click();
  await told('');
  await page.locator('[data-receipt="entregue"]').waitFor();

  await sends('Unidade que devolve com um despacho');
  await follows(6);
  const verdicts = page.locator('[data-verdict]');
  expect(
    await verdicts.evaluateAll((all) => all.map((one) => one.getAttribute('data-verdict'))),
  ).toEqual(['trusted', 'trusted']);

  expect(await checksDossier(page)).toEqual(['sound', 'trusted', 'trusted']);

  await waits(NUMBER);
  await accepts();
  await page.getByRole('link', { name: NUMBER }).click();
  await page.getByRole('link', { name: /^3\. / }).waitFor();

  await sends('Unidade que recusa com o motivo 01');
  const card = await follows(8);
  await told('1');
  expect(await look(page, 'refused')).toEqual([]);
  await card.getByRole('button', { name: 'Tomar ciência e reabrir o processo' }).click();
  await page.locator('article.tramite[data-situacao="9"]').waitFor();
  await page.getByRole('button', { name: 'Enviar para outro órgão' }).waitFor();
  await opens('encerrados');
  await page.getByText('Recusado', { exact: true }).waitFor();
  const rows = page.locator('tbody tr');
  const units = () => rows.locator('td:nth-child(4)').allTextContents();
  const before = await units();
  await page.getByRole('button', { name: 'Inverter a ordem' }).click();
  await expect.poll(units).toEqual(before.toReversed());
  expect(await look(page, 'ended')).toEqual([]);
  await leaves();
});

it('what speaks against a process by the settings is gone once they were mended; what came is seen before it is answered, and a refusal that was begun is kept', async () => {
  const number = '31313.000001/2018-11';
  const { page, comesIn, waits, opens, leaves } = await useReceiver();
  const largest = async (megabytes: string) => {
    await page.getByLabel('Maior arquivo que se recebe, em MB').fill(megabytes);
    const limits = page.locator('section', {
      has: page.getByRole('heading', { name: 'Limites', exact: true }),
    });
    await limits.getByRole('button', { name: 'Guardar' }).click();
    await limits.getByText('Guardado.').waitFor();
  };
  await opens('recebidos');
  await page.getByRole('link', { name: 'Ajustes dos processos' }).click();
  await largest('1');
  await sentHere(number, [`<p>${'Ofício '.repeat(200_000)}</p>`]);
  await opens('recebidos');
  await page.getByRole('button', { name: 'Ver se chegou algo' }).click();
  await page.getByRole('button', { name: `Ver e responder: ${number}` }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('é maior do que este órgão aceita').waitFor();
  expect(await look(page, 'to be mended in the settings')).toEqual([]);
  await sheet.getByRole('link', { name: 'Ajustes dos processos' }).click();
  await largest('50');
  await waits(number);
  await seesFile(page);
  await beginsRefusal(page, number, async () => {
    await comesIn();
    await opens('recebidos');
  });
  await leaves();
});

const REASONS = {
  '01': 'Formato de arquivo não aceito',
  '02': 'Arquivo corrompido',
  '03': 'Faltam arquivos',
  '04': 'Tipo de documento não aceito',
  99: 'Outro motivo',
};

it('each reason of a refusal is told in words, and after each the process is open again', async () => {
  const number = '60041.001093/2020-97';
  await sentHere(number, ['<p>Ofício</p>']);
  const { page, waits, accepts, sends, follows, leaves } = await useReceiver();
  await waits(number);
  await accepts();
  await page.getByRole('link', { name: number }).click();
  const refused = page.locator('article.tramite[data-situacao="9"]');
  for (const [motivo, words] of Object.entries(REASONS)) {
    const before = await refused.count();
    await sends(`Unidade que recusa com o motivo ${motivo}`);
    const card = await follows(8);
    await card.getByText(words, { exact: true }).waitFor();
    await card.getByText('(recusa do simulador)').waitFor();
    await card.getByRole('button', { name: 'Tomar ciência e reabrir o processo' }).click();
    await refused.nth(before).waitFor();
  }
  await leaves();
});

it('a block is sent to one unit, and what became of each is told: cancelled by us, or by the platform after eight days', async () => {
  await sentHere(OTHER, ['<p>Ofício</p>']);
  const { page, waits, accepts, follows, opens, sends } = await useReceiver();
  const silent = 'Unidade que fica em silêncio';
  await waits(OTHER);
  await accepts();
  expect(await look(page, 'received')).toEqual([]);
  await opens('blocos');
  await page.getByLabel('Nome do bloco').fill('Convênios de novembro');
  await page.getByRole('button', { name: 'Criar bloco' }).click();
  const block = page.getByRole('region', { name: 'Convênios de novembro' });
  await block.getByLabel('Acrescentar processo').selectOption({ index: 1 });
  await block.getByRole('button', { name: 'Acrescentar', exact: true }).click();
  await block.getByRole('button', { name: 'Enviar todos' }).click();
  await (await sheetTo(page, silent)).getByRole('button', { name: 'Enviar todos' }).click();
  await block.getByText('Arquivos no Tramita GOV.BR').waitFor();
  expect(await look(page, 'blocks')).toEqual([]);

  await block.getByRole('link', { name: OTHER }).click();
  await page.getByRole('button', { name: 'Cancelar o trâmite' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar o trâmite' }).click();
  await page.locator('article.tramite[data-situacao="7"]').waitFor();

  await sends(silent);
  await office.door.moveClock(Date.now() + 9 * DAY_MS);
  await follows(10);
  await opens('blocos');
  // What was sent after the block is not of the block.
  await block.getByText('Cancelado', { exact: true }).waitFor();
  expect(await block.getAttribute('data-block')).toBe('partly');
});
