import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bytesOf, toHex, utf8 } from '../../src/base/bytes.ts';
import { signAttached } from '../../src/signing/cms/sign.ts';
import { demoSigner } from '../support/demo-signer.ts';
import { useOffice } from '../support/office.ts';

// By what certificates are judged: roots, authorities, revocation lists from files and through the gateway.

const { sitDown, sitDownAtOwnPc, demo, door } = useOffice('trust');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-trust-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const section = (page: Page) => page.getByRole('region', { name: 'Autoridades e listas' });

it('shows the roots in force, keeps what is loaded over a restart, and forgets it on demand', async () => {
  const desk = await sitDownAtOwnPc();
  await desk.clerk.open('certificados');
  let trust = section(desk.browser.page);
  await trust.getByText('AC Raiz Demonstração Estafeta').waitFor();
  const broken = join(folder, 'quebrado.crl');
  await writeFile(broken, 'MIIB');
  await trust
    .getByLabel('Carregar arquivos')
    .setInputFiles([
      demo('cadeia.pem'),
      broken,
      'test/fixtures/icp/certs/impostor.der',
      'test/fixtures/icp/revocation/ac2.crl',
    ]);
  await trust.getByText('3 itens guardados.').waitFor();
  await trust.getByText('quebrado.crl: não é um certificado de autoridade').waitFor();
  await trust.getByText('impostor.der: é uma autoridade raiz que não está').waitFor();

  await desk.reopen();
  await desk.clerk.open('certificados');
  trust = section(desk.browser.page);
  await trust.getByText('Lista de AC EXEMPLO RFB v99 (FALSA)').waitFor();
  await trust.getByRole('button', { name: 'Esquecer AC Final Demonstração Estafeta' }).click();
  await expect.poll(() => trust.getByText('AC Final Demonstração Estafeta').count()).toBe(0);
});

it('fetches lists for a signed file through the gateway, and tells once its certificate is revoked', async () => {
  const { keys, chain } = await demoSigner(demo, 'maria');
  const p7s = join(folder, 'ofício.txt.p7s');
  const content = new Blob([utf8('Ofício 12')]);
  const signed = await signAttached(content, keys, chain, { now: Date.now(), level: 'BES' });
  await writeFile(p7s, await bytesOf(signed));
  const desk = await sitDown();
  const { page } = desk.browser;
  // Maria's own authorities are known from her certificate.
  await desk.clerk.comesToWork(demo('maria.pfx'));
  await desk.clerk.open('assinar');
  await page.locator('.drop-zone input').first().setInputFiles(p7s);
  await page.getByRole('link', { name: 'Ver o relatório de ofício.txt.p7s' }).click();
  await page.getByText('Falta verificar se algum certificado foi revogado.').waitFor();
  const fetchLists = page.getByRole('button', { name: 'Buscar listas de revogação' });
  await fetchLists.click();
  await page.getByText('Todas as assinaturas deste arquivo são válidas.').waitFor();

  const serialNumber = toHex(keys.certificate.serialNumber);
  await door.revoke(serialNumber, Date.now() - 60_000);
  await fetchLists.click();
  await page.getByText('O certificado está revogado').waitFor();
});

it('signs with a time stamp of the environment’s authority', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.open('assinar');
  const ata = join(folder, 'ata.txt');
  await writeFile(ata, 'Ata');
  await page.locator('.drop-zone input').first().setInputFiles(ata);
  await page.getByRole('button', { name: 'Assinar 1 arquivo', exact: true }).click();
  await page.getByText('Mais opções').click();
  await page.getByLabel('Acrescentar carimbo do tempo').check();
  await page.getByRole('button', { name: 'Assinar 1 arquivo agora' }).click();
  await page.getByRole('button', { name: /Conferir.*ata\.txt\.p7s/ }).click();
  await page.getByRole('link', { name: 'Ver o relatório de ata.txt.p7s' }).click();
  await page.getByText('ACT Demonstração Estafeta').first().waitFor();
});
