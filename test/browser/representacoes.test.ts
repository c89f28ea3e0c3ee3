import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { barriersOn, isWiderThanTheWindow } from '../support/barriers.ts';
import { keepEntries } from '../support/kept-entries.ts';
import { useOffice } from '../support/office.ts';

const office = useOffice('representacoes');

const WIDTHS = [1280, 390];

/** What keeps somebody from using the screen as it stands, on a desk and on a phone. */
const barriersAt = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await barriersOn(page)));
    if (await isWiderThanTheWindow(page)) found.push(`${width}: scrolls sideways`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
};

const MAYOR = 'PREFEITA, PREFEITURA MUNICIPAL DE SERRA DO SABIÁ';
const HEALTH = 'GESTORA DO FUNDO MUNICIPAL DE SAÚDE, FUNDO MUNICIPAL DE SAÚDE DE SERRA DO SABIÁ';

it('what is of one representação is not shown under another, and is sent all the same', async () => {
  const { browser, clerk } = await office.sitDown();
  const { page } = browser;
  const periods = page.locator('tbody tr td:nth-child(3)');
  const inUse = page.getByLabel('Em nome de quem');

  await clerk.comesToWork(office.demo('maria.pfx'));
  await clerk.beginsDraft('Janeiro', '2019');
  await clerk.open('ajustes/representacao');
  await page.getByRole('button', { name: 'Perguntar ao tribunal quais são' }).click();
  await page.getByText('01/01/2025 – 31/12/2028').first().waitFor();
  await page.getByRole('button', { name: `Trabalhar com esta: ${MAYOR}` }).click();
  await expect.poll(() => inUse.inputValue()).toBe('830');
  expect(await barriersAt(page)).toEqual([]);

  await clerk.prepares(office.demo('edital.pdf'));
  const address = page.url();
  await clerk.signsAndQueues();
  await clerk.waitsForState('needs-person');
  const entry = page.url();

  await inUse.selectOption({ label: HEALTH });
  await page.getByText('Há 1 envio de outra representação, que não aparece aqui.').waitFor();
  await page.getByText('1 espera por alguém.').waitFor();
  await page.getByText('Este envio pertence a outra representação').waitFor();
  expect(await page.locator('[data-entry]').count()).toBe(0);

  await page.goto(entry.replace('/fila/', '/entregas/'));
  await page.getByText('Esta entrega pertence a outra representação').waitFor();
  await clerk.open('entregas');
  await page.getByText('Nenhuma entrega').first().waitFor();

  await clerk.open('rascunhos');
  await expect.poll(() => periods.allTextContents()).toEqual(['janeiro de 2019']);
  await page.getByText('sem representação').waitFor();
  await page.getByRole('button', { name: /^É desta/ }).click();
  await page.getByText('sem representação').waitFor({ state: 'detached' });

  await page.goto(address);
  await page.getByText('Este rascunho pertence a outra representação').waitFor();
  await page.getByRole('button', { name: 'Trocar para ela' }).click();
  await page.getByRole('heading', { name: 'Regulamentação de licitações' }).waitFor();
  expect(await inUse.inputValue()).toBe('830');
  await clerk.open('rascunhos');
  await expect.poll(() => periods.allTextContents()).toEqual(['fevereiro de 2019']);

  // Remembered, and at hand before anybody is asked.
  await page.reload();
  await expect.poll(() => inUse.inputValue()).toBe('830');
  await page.goto(entry);
  await page.locator('[data-entry]').waitFor();
});

it('no token is asked for a representação that is another person’s', async () => {
  const { browser, clerk } = await office.sitDown();
  const { page } = browser;
  await clerk.open();
  await keepEntries(page, [{ state: { kind: 'waiting', need: 'token', step: 'send' } }]);
  await page.reload();
  await clerk.comesToWork(office.demo('maria.pfx'));
  await clerk.open('fila');
  await page.getByText('Falta o certificado de quem tem esta representação').waitFor();
  const asked = (path: RegExp) => office.door.count('GET', path);
  expect([await asked(/\/representacoes$/), await asked(/\/certificado/)]).toEqual([1, 0]);
});

it('the certificate of the browser’s store logs in straight at Passaporte, and what is queued is delivered', async () => {
  const origin = office.passaporteUrl();
  const maria = { certPath: office.demo('maria.pem'), keyPath: office.demo('maria.key.pem') };
  const { browser, clerk } = await office.sitDown({
    ...{ clientCertificates: [{ origin, ...maria }], ignoreHTTPSErrors: true },
  });
  const { page } = browser;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await clerk.open('ajustes');
  await page.getByLabel('Com o certificado do navegador').check();
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await clerk.open('ajustes/representacao');
  await page.getByRole('button', { name: 'Perguntar ao tribunal quais são' }).click();
  await page.getByRole('button', { name: `Trabalhar com esta: ${MAYOR}` }).click();
  await expect.poll(() => page.getByLabel('Em nome de quem').inputValue()).toBe('830');
  expect(asked).toContain(`${origin}/passaporte/api/auth/representacoes`);

  // The key of a PFX signs the file; it logs nobody in.
  await clerk.comesToWork(office.demo('maria.pfx'));
  await clerk.prepares(office.demo('edital.pdf'));
  await clerk.signsAndQueues();
  await clerk.waitsForState('needs-person');
  expect(asked).toContain(`${origin}/passaporte/api/auth/certificado?representacao=830`);
  expect(asked.filter((address) => new URL(address).pathname.endsWith('/login'))).toEqual([]);
});

it('without a certificate in the browser’s store nobody is logged in, and it is said', async () => {
  const { browser, clerk } = await office.sitDown({ ignoreHTTPSErrors: true });
  const { page } = browser;
  await clerk.open('ajustes');
  await page.getByLabel('Com o certificado do navegador').check();
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await clerk.open('ajustes/representacao');
  await page.getByRole('button', { name: 'Perguntar ao tribunal quais são' }).click();
  await page.getByText('O Passaporte não aceitou este certificado.').waitFor();
  expect(await page.getByRole('button', { name: /^Trabalhar com esta/ }).count()).toBe(0);
});

it('a pasted token names its representação, and nobody else’s is offered', async () => {
  const { browser, clerk } = await office.sitDown();
  const { page } = browser;
  await clerk.open('ajustes');
  await page.getByLabel('Colando um acesso (token)').check();
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await page.getByLabel('Acesso (token)', { exact: true }).fill(await office.tokenOfJoao());
  await page.getByRole('button', { name: 'Usar este acesso' }).click();
  await page.getByRole('link', { name: 'Em nome de Representação 840' }).click();
  await page.getByText('só se trabalha na representação dele').waitFor();
  expect(await page.locator('tbody tr').count()).toBe(1);
  await clerk.beginsDraft('Março', '2019');
  await page.reload();
  await page.getByRole('link', { name: 'Em nome de Representação 840' }).waitFor();
});

it('what the court publishes of a municipality is there again without network, with its time', async () => {
  const { browser, clerk } = await office.sitDown({ serviceWorkers: 'allow' });
  const { page, context } = browser;
  await clerk.open('ajustes/consulta');
  await clerk.waitsUntilReadyOffline();
  const ask = async (code: string) => {
    await page.getByLabel('Código do IBGE').fill(code);
    await page.getByRole('button', { name: 'Consultar' }).click();
  };
  await ask('5299994');
  await page.getByText('Este não é um código de município').waitFor();
  await ask('5299995');
  await page.getByRole('cell', { name: 'PRESIDENTE DA CÂMARA' }).waitFor();
  await page.getByText('mas não em que endereço').waitFor();
  await page.getByLabel('Procurar no que foi respondido').fill('camara joao');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1);

  await context.setOffline(true);
  await page.reload();
  await page.getByRole('cell', { name: 'PRESIDENTE DA CÂMARA' }).waitFor();
  await ask('5299995');
  await page.getByText('O tribunal não respondeu agora.').first().waitFor();
  await page.getByText('guardado neste computador').first().waitFor();
  await page.getByRole('cell', { name: 'PRESIDENTE DA CÂMARA' }).waitFor();
  await context.setOffline(false);

  await page.getByText('Pedir cadastro no ambiente TESTES').click();
  await page.getByLabel('E-mail para a resposta').fill('contabilidade@prefeitura.example');
  await page.locator('pre', { hasText: 'E-mail: contabilidade@prefeitura.example' }).waitFor();
  expect(await barriersAt(page)).toEqual([]);
});
