import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import type { GuestBrowser } from '../support/browser.ts';
import { useOffice } from '../support/office.ts';

const { demo, sitDown } = useOffice('pen-process');

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Looks at screens at both widths; `found`: barriers, sideways scrolls and what the console told meanwhile. */
const inspection = ({ page }: GuestBrowser) => {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const isOffline = message.text().includes('ERR_INTERNET_DISCONNECTED');
    if (message.type() === 'error' && !isOffline) found.push(`console: ${message.text()}`);
  });
  const look = async (what: string) => {
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      for (const barrier of await barriersOn(page)) found.push(`${what} ${size.width}: ${barrier}`);
      if (await isWiderThanTheWindow(page)) found.push(`${what} ${size.width}: scrolls sideways`);
    }
  };
  return { found, look };
};

it('a process is prepared, written and signed without network, told what is missing, and sent once there is one', async () => {
  const { browser, clerk } = await sitDown({
    reducedMotion: 'reduce',
    serviceWorkers: 'allow',
  });
  const { page, context } = browser;
  const { found, look } = inspection(browser);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  const sheet = page.getByRole('dialog');

  await clerk.comesToWork(demo('maria.pfx'));
  await clerk.waitsUntilReadyOffline();
  await clerk.open('processos');
  await page.getByLabel('Órgão').selectOption('prefeitura');
  await look('no process');
  await context.setOffline(true);

  await button('Novo processo').click();
  await sheet.getByRole('button', { name: 'Começar' }).click();
  await sheet.getByText('Escreva o número do processo.').waitFor();
  await page.getByLabel('Número do processo').fill('12345123456202418');
  await page.getByLabel('Tipo de processo').fill('Pessoal: Aposentadoria');
  await sheet.getByText('Os dois últimos algarismos não conferem').waitFor();
  await look('new process');
  await button('Começar').click();
  await page.getByRole('heading', { name: '12345.123456/2024-18', level: 1 }).waitFor();
  await page.getByText('3 coisas impedem o envio').waitFor();
  expect(await button('Enviar para outro órgão').isDisabled()).toBe(true);
  await look('what is missing');

  await link('Falta a especificação').click();
  expect(await clerk.focus()).toBe('campo-descricao');
  await page.keyboard.type('Aposentadoria de Ana Souza');
  await page.getByLabel('Nome do interessado 1').fill('Ana Souza');
  await button('Acrescentar interessado').click();
  await link('Há um interessado sem nome').click();
  expect(await clerk.focus()).toBe('campo-interessado-1');
  await button('Tirar o interessado 2').click();
  await writeFile(demo('oficio 7.txt'), 'Ofício');
  await writeFile(demo('vazio.pdf'), '');
  await page
    .getByLabel('Trazer arquivos')
    .setInputFiles([demo('vazio.pdf'), demo('edital.pdf'), demo('oficio 7.txt')]);
  await page.getByText('vazio.pdf: O arquivo está vazio').waitFor();
  await link('2. Ofício').waitFor();

  await button('Escrever um documento').click();
  await page.getByRole('textbox', { name: 'Texto do documento' }).click();
  await button('Título').click();
  await page.keyboard.type('Despacho');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Encaminhe-se ao Ministério.');
  await clerk.waitsUntilSaved();
  await look('writing');
  await link(/← Processo/).click();
  await link('Documento 3: Foi escrito aqui e ainda não está assinado.').click();
  expect(await clerk.focus()).toBe('assinar-documento');
  await page.keyboard.press('Enter');
  await sheet.getByText('Identificação do conteúdo').waitFor();
  await sheet.getByText('Assinar com outro programa').click();
  await look('before signing');
  await sheet.getByRole('button', { name: 'Assinar agora' }).click();
  await page.getByText('Assinado por MARIA').waitFor();
  await look('signed document');
  await button('Ver Despacho.html').click();
  await page.frameLocator('iframe').getByText('Encaminhe-se ao Ministério.').waitFor();
  await look('seen document');
  await button('Fechar').click();
  await link(/← Processo/).click();
  await button('Subir: 3. Despacho').click();
  await link('2. Despacho').waitFor();
  await page.getByText('Pode ser enviado. Veja ainda:').waitFor();
  await clerk.waitsUntilSaved();
  await button('Enviar para outro órgão').click();
  await sheet.getByText('Nenhuma ainda.').waitFor();
  await button('Cancelar').click();

  await context.setOffline(false);
  await clerk.entersOffice('protocolo');
  await clerk.open('processos');
  await look('one process');
  await link('12345.123456/2024-18').click();
  await page.getByLabel('Nível de acesso').selectOption('Restrito');
  await page.getByLabel('Hipótese legal').selectOption({ index: 1 });
  await button('Enviar para outro órgão').click();
  await page.getByLabel('Unidade de destino').fill('Protocolo');
  await button('Procurar').click();
  await sheet.getByRole('radio').first().check();
  await sheet.getByText('Vai para:').waitFor();
  await look('destination');
  await context.setOffline(true);
  await button('Enviar').click();
  await sheet.waitFor({ state: 'detached' });
  await page.getByText('só pode ser lido').first().waitFor();
  expect(await page.getByLabel('Especificação').getAttribute('readonly')).not.toBeNull();
  await look('sent');
  await link('← Processos').click();
  await page.locator('[data-standing="sending"]').waitFor();
  await link('Em trâmite externo').click();
  const unregistered = page.getByRole('region', { name: 'Na fila de envio, ainda sem trâmite' });
  await unregistered.getByRole('link', { name: '12345.123456/2024-18' }).waitFor();
  await look('on the queue');

  await context.setOffline(false);
  await page.getByRole('row', { name: /12345\.123456\/2024-18/ }).waitFor();
  await unregistered.waitFor({ state: 'detached' });
  await link('Em preparo').click();
  await page.getByText('Nenhum processo em preparo.').waitFor();
  expect(found).toEqual([]);
});

it('of two windows one has a process; the other shows it with what is being written, and takes it over', async () => {
  const { browser, clerk } = await sitDown();
  const { page, context } = browser;
  await clerk.open('processos');
  await page.getByLabel('Órgão').selectOption('prefeitura');
  await page.getByRole('button', { name: 'Novo processo' }).click();
  await page.getByLabel('Número do processo').fill('7/2026');
  await page.getByRole('button', { name: 'Começar' }).click();
  await page.getByLabel('Especificação').fill('Obra da ponte');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByText('aberto em outra janela').waitFor();
  expect(await other.getByLabel('Especificação').getAttribute('readonly')).not.toBeNull();
  await other.getByRole('button', { name: 'Editar aqui' }).click();
  await expect.poll(() => other.getByLabel('Especificação').inputValue()).toBe('Obra da ponte');
  await other.getByLabel('Especificação').fill('Obra da ponte nova');
  await other.locator('[data-saving="saved"]').waitFor();
  await page.getByText('aberto em outra janela').waitFor();
  await expect.poll(() => page.getByLabel('Especificação').inputValue()).toBe('Obra da ponte nova');

  await other.getByRole('button', { name: 'Escrever um documento' }).click();
  await other.getByRole('textbox', { name: 'Texto do documento' }).click();
  await other.keyboard.type('Ao setor de obras.');
  // Typed words are kept, however soon the document is left.
  await other.goBack();
  await page.getByRole('link', { name: '1. Despacho' }).click();
  await page.frameLocator('iframe').getByText('Ao setor de obras.').waitFor();
  await other.getByRole('link', { name: '1. Despacho' }).click();
  await other.getByRole('textbox').getByText('Ao setor de obras.').waitFor();

  const address = page.url();
  await clerk.open('processos');
  await page.getByLabel('Órgão').selectOption('ministerio');
  await page.goto(address);
  await page.getByText('Este processo é de outro órgão: Prefeitura').waitFor();
  await page.getByRole('button', { name: 'Trabalhar para este órgão' }).click();
  await page.getByText('aberto em outra janela').waitFor();
});

/** A server elsewhere that a hostile document would like to tell something. */
const listeningStranger = async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { heard, url: `http://127.0.0.1:${port}` };
};

it("a stranger's document is shown without its scripts and what lies elsewhere; a PDF is only saved", async () => {
  const { browser, clerk } = await sitDown();
  const { page } = browser;
  const stranger = await listeningStranger();
  const hostile = `<p>Ofício</p><script>top.hacked = 1; document.body.textContent = 'tomado';</script>
    <img src="${stranger.url}/pixel.png" onerror="document.body.textContent = 'tomado'">
    <form action="${stranger.url}/form"><button>Enviar</button></form>`;
  await writeFile(demo('de fora.html'), hostile);
  await clerk.open('processos');
  await page.getByLabel('Órgão').selectOption('prefeitura');
  await page.getByRole('button', { name: 'Novo processo' }).click();
  await page.getByLabel('Número do processo').fill('8/2026');
  await page.getByRole('button', { name: 'Começar' }).click();
  await page
    .getByLabel('Trazer arquivos')
    .setInputFiles([demo('de fora.html'), demo('edital.pdf')]);
  await page.getByRole('link', { name: '2. Edital' }).waitFor();
  // What was taken is here, whatever becomes of the file it came from.
  await rm(demo('de fora.html'));
  await page.getByRole('link', { name: '1. Outra' }).click();
  await page.getByRole('button', { name: 'Ver de fora.html' }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByText('Ofício').waitFor();
  await frame.getByRole('button', { name: 'Enviar' }).click();
  expect(await frame.locator('body').innerText()).not.toContain('tomado');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(stranger.heard).toEqual([]);
  // The page's own policy would hold the rest back; the frame does not lean on it.
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
  await page.getByRole('button', { name: 'Fechar' }).click();
  await page.getByRole('link', { name: /← Processo/ }).click();
  await page.getByRole('link', { name: '2. Edital' }).click();
  await page.getByRole('button', { name: 'Ver edital.pdf' }).click();
  await page.getByText('Este tipo de arquivo não é mostrado aqui.').waitFor();
  expect(await page.locator('iframe, embed, object').count()).toBe(0);
});
