import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Desk } from './office.ts';

/** Chooses a unit in the sheet that is open: one used before, or one that is searched for in its repository. */
export const sheetTo = async (page: Page, name: string, repository?: string) => {
  const sheet = page.getByRole('dialog');
  const wanted = sheet.getByLabel('Unidade de destino');
  const unit = sheet.getByRole('radio', { name });
  await wanted.waitFor();
  if ((await unit.count()) === 0) {
    if (repository) await sheet.getByLabel('Repositório').selectOption({ label: repository });
    await wanted.fill(name);
    await sheet.getByRole('button', { name: 'Procurar' }).click();
  }
  await unit.check();
  return sheet;
};

/** A clerk in the office of her body: what she does with processes of other bodies, and sends to them. */
export const penClerk = ({ browser: { page }, clerk }: Pick<Desk, 'browser' | 'clerk'>) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const sheet = page.getByRole('dialog');
  /** Puts the process that is open on the queue. */
  const puts = async (name: string, repository?: string) => {
    await button('Enviar para outro órgão').click();
    await (await sheetTo(page, name, repository))
      .getByRole('button', { name: 'Enviar', exact: true })
      .click();
  };
  return {
    ...{ page, puts },
    /** How much waits for the person, as every screen tells beside *Processos*. */
    told: async (count: string) => {
      const link = page.getByRole('navigation').getByRole('link', { name: /^Processos/ });
      await expect.poll(() => link.textContent()).toBe(`Processos${count}`);
    },
    opens: (place: string) => clerk.open(`processos/${place}`),
    /** Whoever comes next may read at once. */
    leaves: async () => {
      await clerk.open('processos/entrar');
      await button('Sair do órgão').click();
      await page.getByLabel('Usuário', { exact: true }).waitFor();
    },
    /** Looks for what came, and reads it. */
    waits: async (number: string) => {
      await clerk.open('processos/recebidos');
      const answer = button(`Ver e responder: ${number}`);
      await expect
        .poll(
          async () => {
            // What the other body sends may come just after a look.
            await button('Ver se chegou algo').click();
            return answer.count();
          },
          { interval: 300 },
        )
        .toBe(1);
      await answer.click();
      await sheet.getByText('Os arquivos chegaram inteiros').waitFor();
    },
    accepts: async () => {
      await sheet.getByRole('button', { name: 'Aceitar e assinar o recibo' }).click();
      await page.locator('[data-unread="true"]').waitFor();
    },
    /** Sends the process that is open, and waits until all has gone; `before`: how often it was sent from here already. */
    sends: async (
      name: string,
      { repository, before }: { repository?: string; before?: number } = {},
    ) => {
      const receipts = page.locator('[data-receipt="envio"]');
      const sentBefore = before ?? (await receipts.count());
      await puts(name, repository);
      await receipts.nth(sentBefore).waitFor();
    },
    /** Asks until the newest trâmite that was sent stands there. */
    follows: async (situacao: number) => {
      const card = page.locator('article.tramite', { hasText: 'Enviado a' }).first();
      const ask = card.getByRole('button', { name: 'Perguntar agora' });
      await expect
        .poll(async () => {
          // It goes once there is nothing left to ask.
          await ask.evaluateAll((all) => {
            for (const each of all) if (each instanceof HTMLElement) each.click();
          });
          return card.getAttribute('data-situacao');
        })
        .toBe(String(situacao));
      return card;
    },
  };
};
