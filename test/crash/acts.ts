import type { Page } from 'playwright';
import { ANSWERS, FIELDS } from '../support/clerk.ts';

/** Something the clerk does to her draft. She does not do again what is there. */
export interface Act {
  name: string;
  isDone(): Promise<boolean>;
  do(): Promise<void>;
}

const MARKED = 'campo-numeroDecretoMunicipal';

/** What makes the documented delivery of Recepção, with `mark` in it to know it by, and its file. */
export const actsOf = (page: Page, mark: string, file: string): Act[] => {
  const half = mark.slice(0, 3);
  const byId = (id: string) => page.locator(`[id="${id}"]`);

  const chooses = (id: string, label: string): Act => ({
    name: id,
    isDone: async () =>
      (await byId(id)
        .locator('option:checked')
        .textContent()
        .catch(() => null)) === label,
    do: async () => void (await byId(id).selectOption({ label })),
  });
  const ticks = (name: string, box: () => ReturnType<typeof byId>): Act => ({
    name,
    isDone: () => box().isChecked(),
    do: () => box().check(),
  });
  const types = (id: string, text: string): Act => ({
    name: id,
    isDone: async () => (await byId(id).inputValue()) === text,
    do: async () => {
      await byId(id).fill(text);
      await byId(id).press('Tab');
    },
  });

  return [
    chooses('campo-codTipoEnvio', '1 – Inicial'),
    chooses('campo-codTipoRegulamentacao', '1 – Registro de preços'),
    ticks('campo-detalhamentoLc123', () =>
      byId('campo-detalhamentoLc123').getByLabel('Informar esta parte'),
    ),
    ...Object.entries(ANSWERS).map(([id, yes]) => ticks(id, () => byId(yes ? id : `${id}-nao`))),
    ...Object.entries(FIELDS)
      .filter(([id]) => id !== MARKED)
      .map(([id, text]) => types(id, text)),
    {
      name: `half of ${MARKED}`,
      isDone: async () => (await byId(MARKED).inputValue()).startsWith(half),
      do: () => byId(MARKED).pressSequentially(half),
    },
    types(MARKED, mark),
    {
      name: 'file',
      isDone: async () => (await page.locator('.file-facts').count()) > 0,
      do: async () => {
        await byId('campo-idDocumentoPDF').setInputFiles(file);
        await page.locator('.file-facts').waitFor();
      },
    },
  ];
};
