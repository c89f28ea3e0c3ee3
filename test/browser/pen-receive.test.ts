import { expect, it } from 'vitest';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { useOffice } from '../support/office.ts';

const office = useOffice('pen-receive');

const unit = (repositorio: number, numero: string) => ({
  identificacaoDoRepositorioDeEstruturas: repositorio,
  numeroDeIdentificacaoDaEstrutura: numero,
});
const PREFEITURA = unit(93, '1001');
const MINISTERIO = unit(1, '2002');
const NUMBER = '44442.000007/2018-35';

const sentHere = (protocolo: string, contents: string[]) =>
  office.door.pen.send({
    ...{ remetente: MINISTERIO, destinatario: PREFEITURA, kind: 'processo', protocolo, contents },
  });

it('a process that another body sent is read, answered, receipted and opened', async () => {
  const { browser, clerk } = await office.sitDown();
  const { page } = browser;
  await sentHere(NUMBER, ['<p>Ofício do ministério</p>', '<p>Anexo</p>']);
  await clerk.entersOffice('protocolo');
  await clerk.open('processos/recebidos');
  await page.getByRole('button', { name: `Ver e responder: ${NUMBER}` }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Os arquivos chegaram inteiros').waitFor();
  await page.screenshot({ path: '/tmp/7recv/shots/sheet.png', fullPage: true });
  await sheet.getByRole('button', { name: 'Aceitar e assinar o recibo' }).click();
  await page.locator('[data-unread="true"]').waitFor();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.screenshot({ path: `/tmp/7recv/shots/received-${width}.png`, fullPage: true });
    expect(await barriersOn(page)).toEqual([]);
    expect(await isWiderThanTheWindow(page)).toBe(false);
  }
  await page.getByRole('link', { name: NUMBER }).click();
  await page.getByRole('heading', { name: 'Trâmites' }).waitFor();
  await page.screenshot({ path: '/tmp/7recv/shots/process.png', fullPage: true });
});
