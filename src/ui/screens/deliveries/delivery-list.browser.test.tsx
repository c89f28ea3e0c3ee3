import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { CourtDelivery } from '../../../app/deliveries/delivery-list.ts';
import { database, stores } from '../../../app/stores.ts';
import '../../styles/tokens.css';
import '../../styles/parts.css';
import '../../styles/deliveries.css';
import { DeliveryTable } from './delivery-table.tsx';
import { useDeliveries } from './use-deliveries.ts';

/** Delivery `n` was delivered at instant `n`: the last is the newest. */
const delivery = (n: number): CourtDelivery => ({
  ...{ ambiente: 'simulado', representacao: 830, spc: 'LIC', slp: 'REG_LICITACAO' },
  ...{ mes: 2, ano: 2019, courtId: n, recibo: `r${n}`, statusEnvio: 'NAO_HOMOLOGADO' },
  ...{ heardAt: n, deliveredAt: n, contents: [`c${n}`], bodySha256: 'h', origin: 'sent' },
});

const put = (n: number) => stores.courtDeliveries.save(delivery(n), () => delivery(n));

const FILTER = { ambiente: 'simulado' };

const List = () => {
  const { rows, total, more } = useDeliveries(FILTER);
  return (
    <>
      <p role="status">{`${rows.length} of ${total}`}</p>
      {rows.length > 0 && <DeliveryTable rows={rows} total={total} onNearEnd={() => void more()} />}
    </>
  );
};

beforeAll(async () => {
  for (let n = 1; n <= 220; n++) await put(n);
});
afterAll(async () => {
  render(null, document.body);
  await database.close();
  await deleteDB('estafeta');
});

const said = () => expect.element(page.getByRole('status'));
const shown = () =>
  [...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'));
const scrollTo = (top: number) => document.querySelector('.delivery-scroll')?.scrollTo({ top });

it('reads as much as is scrolled to, shows no more rows than are in view, and follows what is written', async () => {
  render(<List />, document.body);
  await said().toHaveTextContent('50 of 220');
  expect(shown()[0]).toBe('220');
  expect(shown().length).toBeLessThan(60);
  for (const read of ['100', '150', '200', '220']) {
    scrollTo(1e9);
    await said().toHaveTextContent(`${read} of 220`);
  }
  scrollTo(1e9);
  await expect.poll(() => shown().at(-1)).toBe('1');
  expect(shown().length).toBeLessThan(60);
  await put(221);
  await said().toHaveTextContent('221 of 221');
  scrollTo(0);
  await expect.poll(() => shown()[0]).toBe('221');
});
