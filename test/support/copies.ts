import type { Desk } from './office.ts';

const PASSPHRASE = 'a ponte sobre o rio Meia Ponte';

/** Chooses the passphrase of the copies that this browser makes. */
export const choosesPassphrase = async ({ clerk, browser: { page } }: Desk): Promise<void> => {
  await clerk.open('ajustes');
  await page.getByLabel('Frase da cópia (ao menos 12 caracteres)').fill(PASSPHRASE);
  await page.getByLabel('Repita a frase da cópia').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Usar esta frase' }).click();
  await page.getByRole('button', { name: 'Salvar cópia em arquivo' }).waitFor();
};

/** Saves a copy of all work as a file; gives its path and the name it was offered under. */
export const savesCopy = async ({
  browser: { page },
}: Desk): Promise<{ path: string; name: string }> => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Salvar cópia em arquivo' }).click();
  const download = await downloading;
  return { path: await download.path(), name: download.suggestedFilename() };
};

/** Looks into a copy, to restore it. */
export const opensCopy = async (
  { clerk, browser: { page } }: Desk,
  file: string,
  passphrase = PASSPHRASE,
): Promise<void> => {
  await clerk.open('ajustes');
  await page.getByLabel('Arquivo da cópia (.estafeta)').setInputFiles(file);
  await page.getByLabel('Frase da cópia', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Abrir cópia' }).click();
};
