import { join } from 'node:path';
import { expect, it } from 'vitest';
import { icpFile } from '../support/icp.ts';
import { useOffice } from '../support/office.ts';
import { clearPfx, pbmac1 } from '../support/pfx.ts';

const { sitDown } = useOffice('open-certificate');
const icp = (file: string) => join('test/fixtures/icp', file);

it('asks before it holds a key that nobody vouches for, and keeps nothing where the answer is no', async () => {
  const { browser, clerk } = await sitDown();
  const { page } = browser;
  await clerk.open('certificados');
  await clerk.opensCertificate(icp('pfx/nomac.pfx'), 'senha123');
  await page.getByText('Este arquivo não tem o selo').waitFor();
  await page.getByRole('button', { name: 'Cancelar' }).click();
  await page.getByText('Nenhum certificado importado neste navegador.').waitFor();
  await page.getByRole('button', { name: 'Abrir certificado' }).click();
  await page.getByRole('button', { name: 'Abrir mesmo assim' }).click();
  await page.getByText('Certificado aberto: JOÃO').waitFor();
});

it('asks with which of several certificates of a file the person signs', async () => {
  const { browser, clerk } = await sitDown();
  const { page } = browser;
  const keys = ['keys/ecp256.pk8', 'keys/expired.pk8', 'keys/ecpf-ps.pk8'].map(icpFile);
  const certificates = ['certs/ecp256.der', 'certs/expired.der', 'certs/ecpf-ps.der'].map(icpFile);
  const file = clearPfx(
    await Promise.all(keys),
    await Promise.all(certificates),
    pbmac1({ password: 'senha123', prf: 'sha256', hmac: 'sha256', size: 32 }),
  );
  await clerk.open('certificados');
  await clerk.opensCertificate(
    { name: 'tres.pfx', mimeType: 'application/x-pkcs12', buffer: Buffer.from(file) },
    'senha123',
  );
  await page.getByText('O arquivo tem mais de um certificado.').waitFor();
  await expect.poll(() => page.getByRole('radio').count()).toBe(2);
  await page.getByRole('radio', { name: 'MARIA DE SOUZA' }).check();
  await page.getByRole('button', { name: 'Abrir este certificado' }).click();
  await page.getByText('Certificado aberto: MARIA DE SOUZA').waitFor();
});
