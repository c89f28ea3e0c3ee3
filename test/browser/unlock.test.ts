import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { useOffice } from '../support/office.ts';

// The key is in memory only, until it is locked; on the disk it lies at most wrapped by a passphrase (D10).

const PASSPHRASE = 'correio elegante da serra dourada';

const { sitDown, sitDownAtOwnPc, demo, door } = useOffice('unlock');

/** The worker that alone holds keys; locking ends it. */
const keyHolders = (page: Page) =>
  page.workers().filter((worker) => worker.url().includes('signing')).length;

it('opens a kept key with its passphrase after a restart, and the delivery goes on', async () => {
  const desk = await sitDownAtOwnPc();
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.keepsKey(PASSPHRASE);
  await desk.clerk.prepares(demo('edital.pdf'));
  await desk.clerk.signsAndQueues();
  await desk.clerk.waitsForState('needs-person');
  await desk.reopen();
  const { page } = desk.browser;
  await desk.clerk.open('fila');
  await page.getByText('Certificado bloqueado').waitFor();
  await page.getByRole('button', { name: 'Conferir e homologar' }).click();
  await desk.clerk.unlocksWith('outra frase qualquer');
  await page.getByText('A frase secreta não confere.').waitFor();
  await desk.clerk.unlocksWith(PASSPHRASE);
  await page.getByRole('button', { name: 'Assinar e homologar' }).click();
  await desk.clerk.waitsForState('done');
  expect((await door.deliveries()).at(-1)).toMatchObject({ statusEnvio: 'HOMOLOGADO' });
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
  await expect.poll(() => keyHolders(page)).toBe(1);
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
  await expect.poll(() => keyHolders(page)).toBe(1);
  await page.clock.fastForward('01:30');
  expect(keyHolders(page)).toBe(1);
  await page.clock.fastForward('01:00');
  await page.getByText('Certificado bloqueado: JOÃO').waitFor();
  await expect.poll(() => keyHolders(page)).toBe(0);
});
