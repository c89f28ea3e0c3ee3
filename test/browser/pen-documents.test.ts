import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { inspection } from '../support/inspection.ts';
import { useOffice } from '../support/office.ts';

const { demo, sitDown } = useOffice('pen-documents');

it('of two windows one has a process; the other shows it with what is being written, and takes it over', async () => {
  const { browser, clerk } = await sitDown();
  const { page, context } = browser;
  await clerk.open('processos');
  await clerk.beginsProcess('7/2026');
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
  const { found, look } = inspection(browser);
  const stranger = await listeningStranger();
  const hostile = `<p>Ofício</p><script>top.hacked = 1; document.body.textContent = 'tomado';</script>
    <img src="${stranger.url}/pixel.png" onerror="document.body.textContent = 'tomado'">
    <form action="${stranger.url}/form"><button>Enviar</button></form>`;
  await writeFile(demo('de fora.html'), hostile);
  await clerk.open('processos');
  await clerk.beginsProcess('8/2026');
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
  await look('seen document');
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
  // What the policy holds back is told in the console.
  expect(found.filter((one) => one.startsWith('seen document'))).toEqual([]);
});
