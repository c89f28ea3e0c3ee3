import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes.ts';
import { barriersOn, cutInTables, isWiderThanTheWindow } from '../support/barriers.ts';
import { documentedPayload } from '../support/documented-payload.ts';
import { useOffice } from '../support/office.ts';

// Payloads of a management system become drafts, and drafts become files that can be taken back.

const { sitDown, demo } = useOffice('intake');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-intake-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
};

const chooses = (page: Page, paths: string[]) =>
  page.locator('.drop-zone input').first().setInputFiles(paths);
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

const good = (changes: object = {}) =>
  JSON.stringify({ ...documentedPayload, idDocumentoPDF: 'DECRETO.PDF', ...changes });

it('brings in what a system exported, good and bad, and makes drafts of it', async () => {
  const { browser, clerk } = await sitDown({ reducedMotion: 'reduce' });
  const { page } = browser;
  await clerk.open('rascunhos');
  await page.getByRole('button', { name: 'Trazer arquivos' }).click();
  await page.getByRole('heading', { name: 'Trazer arquivos' }).waitFor();
  const pdf = await readFile(demo('edital.pdf'));
  const bad = `{"codTipoEnvio":1,"codTipoEnvio":2,"numeroDecretoMunicipal":12345678901234567890,
    "existeRegulamentacaoMunicipal":true,"codTipoRegulamentacao":1,"dataPublicacao":"2019-01-02",
    "dataDecretoMunicipal":"2019-01-01","__proto__":{"x":1},"campoDoSistema":3,"idDocumentoPDF":"nada.pdf"}`;
  await chooses(page, [
    await fileOf('REG_LICITACAO_02_2019.json', good()),
    await fileOf('decreto.pdf', pdf),
    await fileOf('sobra.pdf', pdf),
    await fileOf('exportado.json', bad),
    await fileOf('torto.json', '{"a": 1,\n "b": 007}'),
    await fileOf('fora.zip', zipSync({ '../a.json': utf8('{}') })),
    await fileOf(
      'mes.zip',
      zipSync({
        'REG_LICITACAO/03/2019/x.json': utf8(good({ idDocumentoPDF: 'd.pdf' })),
        'REG_LICITACAO/03/2019/d.pdf': new Uint8Array(pdf),
      }),
    ),
  ]);
  await page.getByText('Linha 2, coluna 7.').waitFor();
  await page.getByText('O ZIP “fora.zip” não foi aberto.').waitFor();
  await page.getByText('O nome e o conteúdo de um arquivo não dizem o mês').waitFor();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
    expect(await cutInTables(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel('Mês de referência').selectOption({ label: 'Fevereiro' });
  await page.getByLabel('Ano').fill('2019');
  await page.getByRole('button', { name: 'Usar este mês' }).click();
  const odd = row(page, 'exportado.json');
  await odd.getByText('Tipo de envio', { exact: true }).waitFor();
  await odd.getByText('Número do decreto: 12345678901234567890').waitFor();
  await odd.getByText('campoDoSistema').waitFor();
  await odd.getByText('nada.pdf').waitFor();
  expect(await row(page, 'REG_LICITACAO_02_2019.json').innerText()).toContain('1 de 1');

  await page.getByRole('button', { name: 'Criar 3 rascunhos' }).click();
  await page.getByText('3 rascunhos criados.').waitFor();
  await page
    .getByRole('link', { name: 'Abrir o rascunho feito de REG_LICITACAO_02_2019.json' })
    .click();
  await page.getByRole('heading', { name: 'Regulamentação de licitações' }).waitFor();
  await page.getByText('ainda não assinado').waitFor();

  await page.getByRole('button', { name: 'Exportar' }).click();
  await page.getByRole('dialog').getByLabel('ZIP com o JSON').check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Salvar arquivo' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('REG_LICITACAO_02_2019.zip');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Copiar para outro mês' }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('button', { name: 'Criar rascunho' }).click();
  await page.getByText('Rascunho de março de 2019 criado.').waitFor();
  await page.getByRole('link', { name: 'Abrir o rascunho' }).click();
  await page.getByText('março de 2019').waitFor();
  await page.getByText('ainda não assinado').waitFor();

  await clerk.open('rascunhos/trazer');
  await page.getByRole('link', { name: 'Abrir o rascunho feito de exportado.json' }).click();
  await page.getByText('O layout não conhece 2 campos que vieram do arquivo.').click();
  await page.getByRole('listitem').getByText('campoDoSistema').waitFor();
  expect(await barriersOn(page)).toEqual([]);
});
