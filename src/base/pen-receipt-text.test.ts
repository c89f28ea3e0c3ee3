import { expect, it } from 'vitest';
import { conclusionReceiptText, sendReceiptText } from './pen-receipt-text.ts';

const LATER = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';
const EARLIER = 'D152rc5pJT2JOJqB5Qv9GvmEuZ15uyQz6sv1DpKiLBY=';

it('the conclusion receipt is the text that SEI and SUAP sign, byte for byte', () => {
  const receipt = {
    IDT: 5235,
    NRE: '0000004385642018',
    dataDeRecebimento: '2018-07-31T18:42:59.000Z',
    hashes: ['CUNN8SQz6cQHMSkEr2U+DprySgUUzqXtDN3tWXI72ec='],
  };
  expect(conclusionReceiptText(receipt)).toBe(
    '<recibo><IDT>5235</IDT><NRE>0000004385642018</NRE><dataDeRecebimento>2018-07-31T18:42:59.000Z</dataDeRecebimento><hashDoComponenteDigital>CUNN8SQz6cQHMSkEr2U+DprySgUUzqXtDN3tWXI72ec=</hashDoComponenteDigital></recibo>',
  );
});

it('hashes stand in the order of their bytes, capitals before small letters, and empty ones are left out', () => {
  const given = { IDT: 1, NRE: '0000000000012026', hashes: [LATER, '', '/x', 'a', EARLIER, '+x'] };
  const ordered = (text: string) =>
    [...text.matchAll(/<hashDoComponenteDigital>([^<]*)</g)].map(([, hash]) => hash);
  const expected = ['+x', '/x', EARLIER, 'a', LATER];
  expect(ordered(conclusionReceiptText({ ...given, dataDeRecebimento: '' }))).toEqual(expected);
  const sent = sendReceiptText({ ...given, dataDeRecebimentoDoUltimoComponenteDigital: 'd' });
  expect(ordered(sent)).toEqual(expected);
  expect(sent).toMatch(
    /^<reciboDeEnvio><IDT>1<\/IDT><NRE>0000000000012026<\/NRE><dataDeRecebimentoDoUltimoComponenteDigital>d<\/dataDeRecebimentoDoUltimoComponenteDigital><hash/,
  );
});
