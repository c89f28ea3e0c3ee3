import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { isJsonObject, type JsonObject, parseJson } from '../../src/base/json.ts';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { leastPayload } from '../support/least-payload.ts';
import { type Desk, useOffice } from '../support/office.ts';

// A contract refers to a procedure that has no number yet: the court's number is filled in when it exists.

const office = useOffice('chained');
const { door } = office;

const PROCEDURE = { spc: 'LIC', slp: 'LICITACAOFASE1' };
const CONTRACT = { spc: 'LIC', slp: 'CONTRATO_INI' };

/** A clerk with her certificate, and a draft of each of both layouts, of which only the contract's procedure is missing. */
const begins = async (): Promise<Desk> => {
  const desk = await office.sitDown({ reducedMotion: 'reduce' });
  const { clerk, browser } = desk;
  await clerk.comesToWork(office.demo('joao.pfx'));
  await clerk.waitsUntilReadyOffline();
  await clerk.open('rascunhos/trazer');
  const { idProcedimento: _, ...contract } = leastPayload(CONTRACT, 'edital.pdf');
  const procedure = {
    ...leastPayload(PROCEDURE, 'edital.pdf'),
    numeroLicitacao: 12,
    exercicioLicitacao: 2024,
    objeto: 'Merenda escolar',
  };
  const json = (name: string, payload: JsonObject) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(payload)),
  });
  await browser.page
    .locator('.drop-zone input')
    .first()
    .setInputFiles([
      json('LICITACAOFASE1_02_2024.json', procedure),
      json('CONTRATO_INI_02_2024.json', contract),
      {
        name: 'edital.pdf',
        mimeType: 'application/pdf',
        buffer: await readFile(office.demo('edital.pdf')),
      },
    ]);
  await browser.page.getByRole('button', { name: 'Criar 2 rascunhos' }).click();
  await browser.page.getByText('2 rascunhos criados.').waitFor();
  return desk;
};

const opensDraftOf = async ({ browser: { page }, clerk }: Desk, file: string) => {
  await clerk.open('rascunhos/trazer');
  await page.getByRole('link', { name: `Abrir o rascunho feito de ${file}` }).click();
  await clerk.waitsUntilSaved();
};

const queuesProcedure = async (desk: Desk) => {
  await opensDraftOf(desk, 'LICITACAOFASE1_02_2024.json');
  await desk.clerk.signsAndQueues();
};

const choosesProcedure = async ({ browser: { page } }: Desk) => {
  await page
    .getByRole('button', { name: 'Escolher a entrega: Procedimento (identificador)' })
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Procurar por número, objeto ou mês').fill('merenda');
  expect(await barriersOn(page)).toEqual([]);
  await sheet.getByRole('button', { name: /12\/2024, Merenda escolar/ }).click();
  await sheet.waitFor({ state: 'detached' });
};

const contractAtCourt = async (): Promise<JsonObject | undefined> => {
  for (const { text } of await door.deliveries()) {
    const content = parseJson(text);
    if (isJsonObject(content) && 'idProcedimento' in content) return content;
  }
  return undefined;
};

const field = ({ browser: { page } }: Desk) => page.getByLabel(/^Procedimento \(identificador\)/);

/** She need not wait until it is tried again by itself. */
const comesOnline = async ({ browser: { page, context } }: Desk) => {
  await context.setOffline(false);
  const tryAll = { name: 'Tentar tudo agora' };
  await page.getByRole('button', tryAll).click();
  await page.getByRole('dialog').getByRole('button', tryAll).click();
};

/** Both on the queue without network, the contract after the procedure. */
const queuesBothOffline = async (desk: Desk) => {
  const { page, context } = desk.browser;
  await context.setOffline(true);
  await queuesProcedure(desk);
  await opensDraftOf(desk, 'CONTRATO_INI_02_2024.json');
  await choosesProcedure(desk);
  await page.getByText('na fila de envio, ainda sem número').waitFor();
  expect(await field(desk).inputValue()).toBe('ainda sem número');
};

it('queued without network after its procedure, a contract is delivered with the number that the court gave', async () => {
  const desk = await begins();
  const { page } = desk.browser;
  await queuesBothOffline(desk);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await desk.clerk.signsAndQueues();
  await comesOnline(desk);
  await expect.poll(contractAtCourt, { timeout: 15_000 }).toBeDefined();
  const procedure = (await door.deliveries()).find(({ text }) => text.includes('Merenda'));
  expect((await contractAtCourt())?.idProcedimento).toBe(procedure?.id);
});

it('a contract whose procedure is refused is told to wait in vain, and its draft asks for another', async () => {
  const desk = await begins();
  const { page } = desk.browser;
  const refusal = [{ regra: 6, mensagem: 'A licitação já existe.' }];
  await door.plan('POST', '^/recepcao/LIC/LICITACAOFASE1/2/2024$', {
    kind: 'answer',
    status: 412,
    json: { mensagens: { advertencias: [], informacoes: [], erros: refusal } },
  });
  await queuesBothOffline(desk);
  await desk.clerk.signsAndQueues();
  await comesOnline(desk);
  await page.getByText('Parado: o envio de que este depende não chegou lá').waitFor();
  const contract = page.getByRole('article').filter({ hasText: 'Contrato inicial' });
  await contract.getByText('O que não chegou lá não continua.').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await contract.getByText('O que mais se pode fazer').click();
  await contract.getByRole('button', { name: 'Cancelar o envio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar o envio' }).click();
  await opensDraftOf(desk, 'CONTRATO_INI_02_2024.json');
  await page.getByText('O envio escolhido foi recusado ou cancelado').first().waitFor();
});
