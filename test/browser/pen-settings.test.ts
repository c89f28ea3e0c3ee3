import { expect, it } from 'vitest';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { useOffice } from '../support/office.ts';

const { sitDown } = useOffice('pen-settings');

it('an office reads the tables of the platform and chooses how it works; who only looks changes nothing', async () => {
  const { browser, clerk } = await sitDown();
  const { page } = browser;
  const part = (title: string) =>
    page.locator('section', {
      has: page.getByRole('heading', { level: 2, name: title, exact: true }),
    });
  await clerk.entersOffice('protocolo');
  await clerk.open('ajustes/pen');

  // The tables are asked for by themselves when somebody comes in; legal grounds have ids from the platform alone.
  await page.getByText('Lidas do Tramita GOV.BR em').waitFor();
  expect(await part('Tabelas do Tramita GOV.BR').getByRole('definition').allTextContents()).toEqual(
    [...['187', '25', '5', '2']],
  );

  const sent = part('Tipos de documento ao enviar');
  await sent.getByLabel('Tipo neste órgão').fill('Requerimentos');
  await sent.getByText('Sugestão pelo nome: Requerimento.').waitFor();
  await sent.getByRole('button', { name: 'Acrescentar' }).click();
  await sent.getByRole('row', { name: 'Requerimentos Requerimento' }).waitFor();

  const allowed = part('Para onde se pode enviar');
  await allowed.getByLabel('Repositório').selectOption({ index: 1 });
  await allowed.getByLabel('Nome ou número da unidade').fill('a');
  await allowed.getByRole('button', { name: 'Procurar' }).click();
  await allowed.getByRole('button', { name: 'Escolher', exact: false }).first().click();
  await allowed.getByRole('button', { name: 'Tirar' }).waitFor();

  const limits = part('Limites');
  await limits.getByLabel('Tamanho de cada parte enviada, em MB').fill('500');
  await limits.getByRole('button', { name: 'Guardar' }).click();
  await limits.getByText('Informe um número inteiro de 1 a 200.').waitFor();
  await limits.getByLabel('Tamanho de cada parte enviada, em MB').fill('5');
  await limits.getByRole('button', { name: 'Guardar' }).click();
  await limits.getByText('Guardado.').waitFor();
  const alone = page.getByRole('checkbox', { name: 'Aceitar sozinho' });
  expect(await alone.isChecked()).toBe(false);
  await alone.check();
  expect(await barriersOn(page)).toEqual([]);

  // The settings go to another browser as a file; of another file nothing is taken.
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Guardar em arquivo' }).click();
  const saved = await (await saving).path();
  const chooser = page.getByLabel('Trazer de um arquivo');
  await chooser.setInputFiles({
    ...{ name: 'outro.json', mimeType: 'application/json', buffer: Buffer.from('{}') },
  });
  await page.getByText('Este arquivo não tem ajustes dos processos. Nada mudou.').waitFor();
  await sent.getByRole('button', { name: 'Tirar Requerimentos' }).click();
  await chooser.setInputFiles(saved);
  await page.getByText('Ajustes trazidos do arquivo.').waitFor();
  await sent.getByRole('row', { name: 'Requerimentos Requerimento' }).waitFor();

  await page.setViewportSize({ width: 390, height: 800 });
  expect(await isWiderThanTheWindow(page)).toBe(false);

  await clerk.open('processos/entrar');
  await page.getByRole('button', { name: 'Sair do órgão' }).click();
  await clerk.entersOffice('consulta');
  await clerk.open('ajustes/pen');
  await page.getByText('Só quem entrou no órgão e pode mudar a configuração').waitFor();
  expect(await alone.isChecked()).toBe(true);
  expect(await alone.isDisabled()).toBe(true);
  expect(await sent.getByRole('row', { name: 'Requerimentos Requerimento' }).count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Tirar' }).first().isDisabled()).toBe(true);
  expect(await limits.getByRole('textbox').first().isDisabled()).toBe(true);
});
