import { expect, it } from 'vitest';
import { type Desk, useOffice } from '../support/office.ts';

// A disk without room (a quota that Chromium really enforces) at every step of the main job: nothing is lost, the screen
// says so, and all goes on by itself when there is room again.

const { sitDownAtOwnPc, demo, url, door } = useOffice('full-disk');

const MEGABYTES = 1_000_000;

/** Runs in the page: another database of the origin takes all the room there is, to the last few bytes. */
const takeAllRoom = async () => {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('filler', 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore('noise', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const put = (noise: Uint8Array) =>
    new Promise<boolean>((resolve) => {
      const transaction = db.transaction('noise', 'readwrite');
      transaction.objectStore('noise').add(noise);
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  for (let size = 4 << 20; size >= 64; size >>= 2) {
    const noise = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) {
      crypto.getRandomValues(noise.subarray(at, at + 65_536));
    }
    while (await put(noise));
  }
  db.close();
};

/** A disk of 25 MB, which grows by as much each time. To be had before the first use of the browser's storage. */
const smallDisk = async ({ browser: { page, context } }: Desk) => {
  const session = await context.newCDPSession(page);
  let megabytes = 0;
  const grows = async () => {
    megabytes += 25;
    const quotaSize = megabytes * MEGABYTES;
    await session.send('Storage.overrideQuotaForOrigin', { origin: url(), quotaSize });
  };
  await grows();
  return { fillsUp: () => page.evaluate(takeAllRoom), grows };
};

it('loses nothing of a draft that finds no room, and keeps it as soon as there is some', async () => {
  const desk = await sitDownAtOwnPc();
  const { clerk, browser } = desk;
  const { page } = browser;
  const { fillsUp, grows } = await smallDisk(desk);
  await clerk.open();
  await clerk.beginsDraft('Fevereiro', '2019');
  await clerk.waitsUntilSaved();

  await fillsUp();
  await clerk.fillsIn();
  await page.locator('[data-saving="storage-full"]').waitFor();
  await page.locator('[data-storage="full"]').waitFor();
  await clerk.attaches(demo('edital.pdf'));
  await page.locator('.draft-form').getByText('Não há mais espaço').waitFor();
  await browser.screenshot('full-disk-draft');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Salvar o rascunho em um arquivo' }).click();
  expect((await saved).suggestedFilename()).toBe('rascunho-REG_LICITACAO-2019-02.json');

  // She looks elsewhere and comes back: it is still there.
  await page.getByRole('link', { name: 'Entregas' }).click();
  await page.getByRole('heading', { name: 'Entregas' }).waitFor();
  await page.goBack();
  const decree = page.locator('[id="campo-numeroDecretoMunicipal"]');
  await expect.poll(() => decree.inputValue()).toBe('659');

  await grows();
  await clerk.waitsUntilSaved();
  await page.locator('[data-storage="full"]').waitFor({ state: 'detached' });
  await clerk.attaches(demo('edital.pdf'));
  await page.getByText('ainda não assinado').waitFor();
  await clerk.waitsUntilSaved();
  await page.reload();
  await expect.poll(() => decree.inputValue()).toBe('659');
});

it('signs, queues and delivers once there is room, and never twice', async () => {
  const desk = await sitDownAtOwnPc();
  const { clerk, browser } = desk;
  const { page } = browser;
  const { fillsUp, grows } = await smallDisk(desk);
  await clerk.comesToWork(demo('joao.pfx'));
  await clerk.prepares(demo('edital.pdf'));

  await fillsUp();
  await clerk.checks();
  await page.getByRole('button', { name: 'Assinar', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Assinar agora' }).click();
  await sheet.getByText('Não há mais espaço').waitFor();
  await browser.screenshot('full-disk-sign');
  await grows();
  await sheet.getByRole('button', { name: 'Assinar agora' }).click();
  await sheet.waitFor({ state: 'detached' });

  await fillsUp();
  await clerk.checks();
  await page.getByRole('button', { name: 'Pôr na fila', exact: true }).click();
  await sheet.getByRole('button', { name: 'Pôr na fila' }).click();
  await sheet.getByText('Não há mais espaço').waitFor();
  await grows();
  await sheet.getByRole('button', { name: 'Pôr na fila' }).click();
  await page.getByRole('heading', { name: 'Fila de envio' }).waitFor();
  await clerk.waitsForState('needs-person');

  await fillsUp();
  await page.getByRole('button', { name: 'Conferir e homologar' }).click();
  await sheet.getByRole('button', { name: 'Assinar e homologar' }).click();
  await page.locator('[data-storage="full"]').waitFor();
  await browser.screenshot('full-disk-queue');
  await grows();
  await page.reload();
  await clerk.comesToWork(demo('joao.pfx'));
  await clerk.open('fila');
  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');
  expect(await door.count('POST', /REG_LICITACAO/)).toBe(1);
});
