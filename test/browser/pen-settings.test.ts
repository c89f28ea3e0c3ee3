import { expect, it } from 'vitest';
import { useOffice } from '../support/office.ts';

const { sitDown } = useOffice('pen-settings');

it('an office reads the tables of the platform and chooses how it works, and who only looks changes nothing', async () => {
  const { browser, clerk } = await sitDown();
  const { page } = browser;
  await clerk.open('ajustes/pen');
  await clerk.open('processos/entrar');
  await page.getByRole('button', { name: 'Usar o usuário protocolo' }).click();
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByText('Você está no órgão').waitFor();
  await clerk.open('ajustes/pen');
  await page.getByRole('button', { name: 'Atualizar agora' }).click();
  await page.getByText('Tabelas atualizadas.').waitFor();
  await browser.screenshot('pen-settings-wide');
  expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(8);
  await page.setViewportSize({ width: 390, height: 800 });
  await browser.screenshot('pen-settings-narrow');
});
