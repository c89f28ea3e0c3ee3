import { expect, it } from 'vitest';
import { issue } from '../../server/sandbox/demo/issue.ts';
import { PEOPLE } from '../../server/sandbox/demo/people.ts';
import { eCpf } from '../../server/sandbox/demo/profiles.ts';
import { writePfx } from '../../src/signing/pfx/write.ts';
import { type Desk, useOffice } from '../support/office.ts';

// Before each signature a list says what speaks for and against it; a stop forbids, a warning does not.

const DAY = 86_400_000;
const MINUTE = 60_000;

const { sitDown, demo } = useOffice('preflight');

/** A certificate that João issued to himself, as a PFX with the password `senha123`. */
const homemade = async (days: number) => {
  const joao = PEOPLE.find(({ file }) => file === 'joao');
  if (!joao) throw new Error('no João');
  const now = Date.now();
  const { keys, certificate } = await issue({ ...eCpf(joao, now), notAfter: now + days * DAY });
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const buffer = Buffer.from(await writePfx(pkcs8, [certificate], 'senha123', 'modern'));
  return { name: 'caseiro.pfx', mimeType: 'application/x-pkcs12', buffer };
};

/** The sheet before the signature, with its list. */
const asksToSign = async ({ clerk, browser: { page } }: Desk) => {
  await clerk.prepares(demo('edital.pdf'));
  await clerk.checks();
  await page.getByRole('button', { name: 'Assinar', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.locator('[data-check="use-allowed"]').waitFor();
  return { sheet, signs: sheet.getByRole('button', { name: 'Assinar agora' }) };
};

it('forbids to sign with a certificate of nobody who is accepted', async () => {
  const desk = await sitDown();
  await desk.clerk.comesToWork(await homemade(100));
  const { sheet, signs } = await asksToSign(desk);
  await sheet.getByText('Não vem de uma autoridade aceita neste ambiente.').waitFor();
  expect(await signs.isDisabled()).toBe(true);
});

it("warns of a clock that is not the court's, and lets sign", async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await page.clock.install({ time: Date.now() + 12 * MINUTE });
  await desk.clerk.comesToWork(demo('joao.pfx'));
  const { sheet, signs } = await asksToSign(desk);
  await sheet.getByText('O relógio deste computador está adiantado 12 minutos').waitFor();
  await sheet.getByText('Vem de uma autoridade aceita neste ambiente.').waitFor();
  await signs.click();
  await sheet.waitFor({ state: 'detached' });
});

it('says everywhere that a certificate ends soon', async () => {
  const { clerk, browser } = await sitDown();
  const { page } = browser;
  await clerk.comesToWork(await homemade(12.5));
  await page.getByText('(faltam 12 dias)', { exact: true }).waitFor();
  await page
    .getByRole('region', { name: 'Situação agora' })
    .getByText('(faltam 12 dias)')
    .waitFor();
  await clerk.open();
  await page.getByText('O certificado vence em 12 dias.').waitFor();
});
