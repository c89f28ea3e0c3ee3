import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice } from '../crash/office.ts';
import { runErrand } from '../crash/run.ts';
import { startNewOffice } from '../support/office-server.ts';

// Six of the moments that `npm run crash` goes through one by one: the browser is killed (SIGKILL) right there.

const SEND = 'POST /recepcao/LIC/REG_LICITACAO/…/…';
const HOMOLOGATE = 'PUT /recepcao/LIC/REG_LICITACAO/…/…/…/homologar';

let office: Office;

beforeAll(async () => {
  office = await openOffice(startNewOffice);
});
afterAll(() => office?.close());

it.each(
  [
    ['in the middle of typing', 'did half of campo-numeroDecretoMunicipal #1'],
    ['right after the delivery was frozen', 'entry ready after commit #1'],
    ['between the written intention and the request', 'entry running send after commit #1'],
    ['before the POST reached the court', `${SEND} asked #1`],
    ['after the court took the POST, without its answer', `${SEND} applied #1`],
    ['after the court took the homologation, without its answer', `${HOMOLOGATE} applied #1`],
  ].map(([title, point], number) => ({ title, point, number })),
)(
  'ends with one homologated delivery of what was typed where the browser is killed $title',
  async ({ point, number }) => {
    const list = number % 2 === 0;
    const verdict = await runErrand(office, { number, point, list, atOnce: !list });
    expect(verdict).toMatchObject({ killed: true, deliveries: 1, lost: [], faults: [] });
  },
);
