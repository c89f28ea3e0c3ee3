import { expect, it } from 'vitest';
import { choosesPassphrase, opensCopy, savesCopy } from '../support/copies.ts';
import { useOffice } from '../support/office.ts';
import { penClerk } from '../support/pen-clerk.ts';

const { door, demo, sitDown } = useOffice('pen-restored');

const NUMBER = '12/2026';

it('a process out of a copy older than its sending is not sent again: its trâmite is known here, and can be cancelled', async () => {
  const first = await sitDown();
  await first.clerk.open('processos');
  await first.clerk.beginsProcess(NUMBER);
  await first.browser.page.getByLabel('Especificação').fill('Repasse');
  await first.browser.page.getByLabel('Nome do interessado 1').fill('Ana Souza');
  await first.browser.page.getByLabel('Trazer arquivos').setInputFiles([demo('edital.pdf')]);
  await first.browser.page.getByRole('link', { name: '1. Edital' }).waitFor();
  await first.clerk.waitsUntilSaved();
  await choosesPassphrase(first);
  const copy = await savesCopy(first);

  // Its files do not get through, and the browser is gone: the trâmite stays in situação 1.
  await door.plan('PUT', 'componentes-a-enviar', { kind: 'refuse', status: 503 }, 1000);
  await first.clerk.entersOffice('protocolo');
  const sender = penClerk(first);
  await sender.opens('');
  await first.browser.page.getByRole('link', { name: NUMBER }).click();
  await sender.puts('Unidade que aceita');
  const tramites = async () => (await door.pen.tramites()).map(({ situacao }) => situacao);
  await expect.poll(tramites).toEqual([1]);
  await first.browser.page.close();

  const second = await sitDown();
  const { page } = second.browser;
  await opensCopy(second, copy.path);
  await page.getByRole('button', { name: 'Restaurar', exact: true }).click();
  await page.getByText('Restaurado: ').waitFor();
  await second.clerk.entersOffice('protocolo');
  const restorer = penClerk(second);
  await restorer.opens('');
  await page.getByRole('link', { name: NUMBER }).click();
  await restorer.puts('Unidade que aceita');
  await page.getByText('o que está neste computador é mais antigo do que o que saiu').waitFor();
  const tramite = page.locator('article.tramite');
  expect(await tramite.getAttribute('data-situacao')).toBe('1');
  expect(await page.getByLabel('Especificação').getAttribute('readonly')).not.toBeNull();
  expect(await door.count('POST', /\/tramites\/processo$/)).toBe(1);

  await page.getByRole('button', { name: 'Cancelar o trâmite' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar o trâmite' }).click();
  await page.locator('article.tramite[data-situacao="7"]').waitFor();
  expect(await tramites()).toEqual([7]);
  await page.getByRole('button', { name: 'Enviar para outro órgão' }).waitFor();
  expect(await page.getByLabel('Especificação').getAttribute('readonly')).toBeNull();
});
