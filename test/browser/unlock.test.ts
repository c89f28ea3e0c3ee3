import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { toBase64 } from '../../src/base/bytes.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { type Desk, useOffice } from '../support/office.ts';
import { secretsIn, secretsUnder, storagesOf } from '../support/profile-secrets.ts';

// The key is in memory only, until it is locked; on the disk it lies at most wrapped by a passphrase (D10).

const PASSPHRASE = 'correio elegante da serra dourada';
/** Password of `utf8.pfx`; that of the demo people stands in the app's own texts. */
const PASSWORD = 'çãoÉ-senha';

const { sitDown, demo, door } = useOffice('unlock');

const keepsKey = async ({ browser: { page } }: Desk) => {
  await page.getByLabel('Frase secreta (ao menos 12 caracteres)').fill(PASSPHRASE);
  await page.getByLabel('Repita a frase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Guardar a chave cifrada' }).click();
  await page.getByText('A chave está guardada aqui').waitFor();
};

const unlocksWith = async ({ browser: { page } }: Desk, passphrase: string) => {
  await page.getByLabel('Frase secreta', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Abrir', exact: true }).click();
};

/** The worker that alone holds keys; locking ends it. */
const keyHolders = (page: Page) =>
  page.workers().filter((worker) => worker.url().includes('signing')).length;

it('opens a kept key with its passphrase after a restart, and the delivery goes on', async () => {
  const desk = await sitDown();
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await keepsKey(desk);
  await desk.clerk.prepares(demo('edital.pdf'));
  await desk.clerk.signsAndQueues();
  await desk.clerk.waitsForState('needs-person');
  await desk.reopen();
  const { page } = desk.browser;
  await desk.clerk.open('fila');
  await page.getByText('Certificado bloqueado').waitFor();
  await page.getByRole('button', { name: 'Conferir e homologar' }).click();
  await unlocksWith(desk, 'outra frase qualquer');
  await page.getByText('A frase secreta não confere.').waitFor();
  await unlocksWith(desk, PASSPHRASE);
  await page.getByRole('button', { name: 'Assinar e homologar' }).click();
  await desk.clerk.waitsForState('done');
  expect(await door.deliveries()).toMatchObject([{ statusEnvio: 'HOMOLOGADO' }]);
});

it('leaves no key, password, passphrase or token in any storage or file of the browser', async () => {
  const desk = await sitDown();
  const { page, profile } = desk.browser;
  const asked = page.waitForRequest((request) => 'authorization' in request.headers());
  await desk.clerk.comesToWork('test/fixtures/icp/pfx/utf8.pfx', PASSWORD);
  await desk.clerk.opensCertificate(demo('joao.pfx'), 'senha123');
  await page.getByText('Certificado aberto: JOÃO').waitFor();
  await keepsKey(desk);
  await desk.clerk.prepares(demo('edital.pdf'), { 'campo-numeroDecretoMunicipal': 'marca 7731' });
  await desk.clerk.signsAndQueues();
  await desk.clerk.waitsForState('needs-person');

  const token = (await asked).headers().authorization ?? '';
  const [pkcs8] = fromPem(await readFile(demo('joao.key.pem'), 'utf8'), 'PRIVATE KEY');
  if (!pkcs8) throw new Error('no key of João');
  const secrets = {
    // Past the modulus, which the certificate holds too.
    key: pkcs8.slice(320, 480),
    keyInBase64: toBase64(pkcs8).slice(440, 640),
    password: PASSWORD,
    passphrase: PASSPHRASE,
    token,
  };
  const marker = { marker: 'marca 7731' };
  const kept = await storagesOf(page);
  expect(secretsIn(kept, { ...marker, ...secrets })).toEqual(['marker']);

  await desk.browser.context.close();
  expect(await secretsUnder(profile, marker)).not.toEqual([]);
  expect(await secretsUnder(profile, secrets)).toEqual([]);
});

it('says that the key is gone when the opening of another certificate was stopped', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.opensCertificate('test/fixtures/icp/pfx/iter600k.pfx', 'senha123');
  await page.getByRole('button', { name: 'Parar' }).click();
  await page.getByText('Certificado bloqueado: JOÃO').waitFor();
});

it('forgets the key at once when it is locked', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await desk.clerk.comesToWork(demo('joao.pfx'));
  expect(keyHolders(page)).toBe(1);
  await page.getByRole('button', { name: 'Bloquear agora' }).click();
  await page.getByText('Certificado bloqueado: JOÃO').waitFor();
  await expect.poll(() => keyHolders(page)).toBe(0);
});

it('forgets the key after the idle minutes of the settings, and not before', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await page.clock.install();
  await desk.clerk.open('ajustes');
  await page.getByLabel('Bloquear o certificado depois de quantos minutos').fill('2');
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await page.getByText('Ajustes guardados.').waitFor();
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await page.clock.fastForward('01:30');
  expect(keyHolders(page)).toBe(1);
  await page.clock.fastForward('01:00');
  await page.getByText('Certificado bloqueado: JOÃO').waitFor();
  await expect.poll(() => keyHolders(page)).toBe(0);
});
