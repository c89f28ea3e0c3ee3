import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { isJsonObject, type JsonObject, parseJson } from '../../src/base/json.ts';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { leastPayload } from '../support/least-payload.ts';
import { type Desk, useOffice } from '../support/office.ts';

// A contract refers to a procedure that has no number yet: the court's number is filled in when it exists.

const office = useOffice('chained');
const { door } = office;

/** Two procedures, each with a contract that lacks only its number. */
const PROCEDURES = { '02': 'Merenda escolar', '03': 'Ponte do rio' } as const;
type Month = keyof typeof PROCEDURES;
const MONTHS = ['02', '03'] as const;

const json = (name: string, payload: JsonObject) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(payload)),
});

const filesOf = (month: Month) => {
  const least = (slp: string) => leastPayload({ spc: 'LIC', slp }, 'edital.pdf');
  const { idProcedimento: _, ...contract } = least('CONTRATO_INI');
  const known = { numeroLicitacao: 12, exercicioLicitacao: 2024, objeto: PROCEDURES[month] };
  return [
    json(`LICITACAOFASE1_${month}_2024.json`, { ...least('LICITACAOFASE1'), ...known }),
    json(`CONTRATO_INI_${month}_2024.json`, { ...contract, numeroContrato: month }),
  ];
};

/** A clerk with her certificate open, and the four drafts. */
const begins = async (): Promise<Desk> => {
  const desk = await office.sitDown({ reducedMotion: 'reduce', serviceWorkers: 'allow' });
  const { page } = desk.browser;
  await desk.clerk.comesToWork(office.demo('joao.pfx'));
  await desk.clerk.waitsUntilReadyOffline();
  await desk.clerk.open('rascunhos/trazer');
  const buffer = await readFile(office.demo('edital.pdf'));
  const pdf = { name: 'edital.pdf', mimeType: 'application/pdf', buffer };
  const chosen = [...MONTHS.flatMap(filesOf), pdf];
  await page.locator('.drop-zone input').first().setInputFiles(chosen);
  await page.getByRole('button', { name: 'Criar 4 rascunhos' }).click();
  await page.getByText('4 rascunhos criados.').waitFor();
  return desk;
};

const opensDraftOf = async ({ browser: { page }, clerk }: Desk, file: string) => {
  await clerk.open('rascunhos/trazer');
  await page.getByRole('link', { name: `Abrir o rascunho feito de ${file}` }).click();
  await clerk.waitsUntilSaved();
};

const opensContract = (desk: Desk, month: Month) =>
  opensDraftOf(desk, `CONTRATO_INI_${month}_2024.json`);

const choosesProcedure = async ({ browser: { page } }: Desk, month: Month) => {
  await page
    .getByRole('button', { name: 'Escolher a entrega: Procedimento (identificador)' })
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Procurar por número, objeto ou mês').fill(PROCEDURES[month]);
  await sheet.getByRole('button', { name: `12/2024, ${PROCEDURES[month]}` }).click();
  await sheet.waitFor({ state: 'detached' });
  await page.getByText('na fila de envio, ainda sem número').waitFor();
  const field = page.getByLabel(/^Procedimento \(identificador\)/);
  expect(await field.inputValue()).toBe('ainda sem número');
};

const queuesBoth = async (desk: Desk, month: Month) => {
  await opensDraftOf(desk, `LICITACAOFASE1_${month}_2024.json`);
  await desk.clerk.signsAndQueues();
  await opensContract(desk, month);
  await choosesProcedure(desk, month);
  if (month === '03') await looks(desk);
  await desk.clerk.signsAndQueues();
};

const looks = async ({ browser: { page } }: Desk) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
  }
};

/** She need not wait until it is tried again by itself. */
const comesOnline = async ({ browser: { page, context } }: Desk) => {
  await context.setOffline(false);
  const tryAll = { name: 'Tentar tudo agora' };
  await page.getByRole('button', tryAll).click();
  await page.getByRole('dialog').getByRole('button', tryAll).click();
};

const atCourt = async (): Promise<{ id: number; content: JsonObject }[]> =>
  (await door.deliveries()).flatMap(({ id, text }) => {
    const content = parseJson(text);
    return isJsonObject(content) ? [{ id, content }] : [];
  });

it('queued without network, a contract goes with the number that the court gave, or is told to wait in vain', async () => {
  const desk = await begins();
  const { page, context } = desk.browser;
  const erros = [{ regra: 6, mensagem: 'A licitação já existe.' }];
  await door.plan('POST', '^/recepcao/LIC/LICITACAOFASE1/2/2024$', {
    kind: 'answer',
    status: 412,
    json: { mensagens: { advertencias: [], informacoes: [], erros } },
  });
  await context.setOffline(true);
  for (const month of MONTHS) await queuesBoth(desk, month);
  await comesOnline(desk);

  await expect.poll(async () => (await atCourt()).length, { timeout: 20_000 }).toBe(2);
  const [procedure, contract] = await atCourt();
  expect(procedure?.content.objeto).toBe(PROCEDURES['03']);
  expect(contract?.content.idProcedimento).toBe(procedure?.id);

  await page.getByText('Parado: o envio de que este depende não chegou lá').waitFor();
  const inVain = page
    .getByRole('article')
    .filter({ hasText: 'O que não chegou lá não continua. Cancele este envio' });
  expect(await barriersOn(page)).toEqual([]);
  await inVain.getByText('O que mais se pode fazer').click();
  await inVain.getByRole('button', { name: 'Cancelar o envio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar o envio' }).click();
  await opensContract(desk, '02');
  await page.getByText('O envio escolhido foi recusado ou cancelado').first().waitFor();
});
