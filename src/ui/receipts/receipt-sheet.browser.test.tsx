import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { CourtDelivery } from '../../app/deliveries/delivery-list.ts';
import { afterLook } from '../../app/deliveries/heard.ts';
import type { Delivery } from '../../app/deliveries.ts';
import { printView } from '../../receipt/print-view.ts';
import { ReceiptSheet } from './receipt-sheet.tsx';

const OF = {
  ...{ ambiente: 'simulado', representacao: 830, spc: 'LIC', slp: 'REG_LICITACAO' },
  ...{ mes: 2, ano: 2019, courtId: 505, recibo: crypto.randomUUID() },
  ...{ statusEnvio: 'HOMOLOGADO', deliveredAt: 5, confirmedAt: 10 },
};

const CONTENT: Delivery = {
  ...{ ...OF, id: 'c', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
  ...{ layoutSha256: '', files: [], logHead: '', body: { text: '{}', sha256: 'ours' } },
  comparedAt: 10,
};

const KNOWN: CourtDelivery = {
  ...{ ...OF, heardAt: 10, contents: ['c'], bodySha256: 'ours', origin: 'sent' },
};

const VIEW = printView(CONTENT, {
  ...{ id: 'simulado', nome: 'Simulado', tipo: 'simulado', anchors: [] },
  hosts: { recepcao: '' },
});

afterEach(() => render(null, document.body));

it('the receipt of what was opened again says so, and that it does not count', async () => {
  render(<ReceiptSheet delivery={CONTENT} view={VIEW} known={KNOWN} />, document.body);
  await expect.element(page.getByText('como HOMOLOGADA')).toBeVisible();
  expect(document.body.textContent).not.toContain('Reaberta');
  expect(document.querySelector('.notice-success')).not.toBeNull();

  const shown = { id: 505, recibo: OF.recibo, statusEnvio: 'NAO_HOMOLOGADO', jsonNode: {} };
  const opened = afterLook(KNOWN, shown, 'ours', 20);
  render(<ReceiptSheet delivery={CONTENT} view={VIEW} known={opened} />, document.body);
  await expect.element(page.getByText(/^Reaberta: .*NAO_HOMOLOGADO.*não conta/)).toBeVisible();
  expect(document.querySelector('.notice-success')).toBeNull();
});
