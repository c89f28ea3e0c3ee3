import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { useOffice } from '../support/office.ts';

const office = useOffice('pen-office');

/** Another program of the same body, which takes the lease of reading at the gateway. */
const anotherReads = async () => {
  const headers = { 'x-estafeta': '1', origin: office.url(), 'x-estafeta-leitor': 'outro' };
  const ask = (method: string, path: string, body: object, more = {}) =>
    fetch(`${office.url()}/gateway/simulado/pen${path}`, {
      method,
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    });
  const entering = await ask('POST', '/entrar', { usuario: 'protocolo', senha: 'senha123' });
  const { sessao } = await entering.json();
  const authorization = { authorization: `Bearer ${sessao}` };
  await ask('POST', '/leitura', { leitor: 'outro', nome: 'Firefox no Linux' }, authorization);
  return { goesAway: () => ask('DELETE', '/leitura', {}, authorization) };
};

const isAccessible = async (page: Page) => {
  const found: string[] = [];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    found.push(...(await barriersOn(page)));
    if (await isWiderThanTheWindow(page)) found.push(`wider than ${width}`);
  }
  return found;
};

it('a person comes into the office of her body with her password, sees her roles, and leaves; a page loaded again asks anew', async () => {
  const { browser, clerk } = await office.sitDown();
  const { page } = browser;
  await clerk.open('processos/entrar');
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByText('Informe o usuário.').waitFor();
  await page.getByLabel('Usuário', { exact: true }).fill('protocolo');
  await page.getByLabel('Senha').fill('errada');
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByText('Usuário ou senha não conferem.').waitFor();
  expect(await isAccessible(page)).toEqual([]);

  await page.getByRole('button', { name: 'Usar o usuário consulta' }).click();
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  const inside = page.getByRole('region', { name: 'Você está no órgão' });
  await inside.getByText('só consultar').waitFor();
  expect(await inside.textContent()).toContain('Prefeitura Municipal de Serra do Sabiá');

  await page.getByRole('link', { name: 'Processos', exact: true }).last().click();
  await page.getByText('Ivone Consulta Prado').waitFor();
  await page.getByRole('link', { name: 'Ver ou sair' }).click();
  await page.getByRole('button', { name: 'Sair do órgão' }).click();
  await page.getByLabel('Usuário', { exact: true }).waitFor();
  expect(await page.getByText('O seu acesso terminou').isVisible()).toBe(false);

  await clerk.entersOffice('expedicao');
  await page.reload();
  await page.getByLabel('Usuário', { exact: true }).waitFor();
});

it('one browser receives for a body: the second is told who does, and receives once that one has gone', async () => {
  const { browser, clerk } = await office.sitDown();
  const { page } = browser;
  const other = await anotherReads();
  await clerk.entersOffice('protocolo');
  await page.getByText('outro navegador: Firefox no Linux').waitFor();
  expect(await isAccessible(page)).toEqual([]);
  await other.goesAway();
  await page.getByRole('button', { name: 'Receber neste navegador' }).click();
  await page.getByText('neste navegador', { exact: true }).waitFor();
  expect(await page.getByText('Firefox no Linux').isVisible()).toBe(false);
});

it('a session that the gateway does not know any more is told as ended, and nothing else of it is shown', async () => {
  const { browser, clerk } = await office.sitDown();
  const { page } = browser;
  const other = await anotherReads();
  await clerk.entersOffice('protocolo');
  // The app asks once by itself; after that only the person does, for a minute.
  await page.getByText('outro navegador: ').waitFor();
  await page.route(/\/pen\/leitura$/, (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer de.antes' } }),
  );
  await page.getByRole('button', { name: 'Receber neste navegador' }).click();
  await page.getByText('O seu acesso terminou.').waitFor();
  expect(await page.getByText('Marlene').count()).toBe(0);
  await other.goesAway();
});

it('a clock that is off is told, because receipts bear the time', async () => {
  const { browser, clerk } = await office.sitDown();
  await office.door.moveClock((await office.door.now()) + 10 * 60_000);
  await clerk.entersOffice('protocolo');
  const told = browser.page.getByText('O relógio deste computador está 10 minutos atrasado');
  await told.waitFor();
});
