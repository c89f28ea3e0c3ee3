import { expect, it } from 'vitest';
import { isHandwritten } from './worth.ts';

const chained = [{ code: 'chain-complete', level: 'ok' }] as const;

it('puts on a par with handwriting only what a person signs with a certificate of ICP-Brasil, in earnest', () => {
  expect(isHandwritten('person', chained, 'producao')).toBe(true);
  expect(isHandwritten('person', chained, 'simulado')).toBe(false);
  expect(isHandwritten('person', chained, 'testes')).toBe(false);
  expect(
    isHandwritten('person', [{ code: 'issuer-missing', issuer: 'AC', level: 'warn' }], 'producao'),
  ).toBe(false);
  for (const kind of ['seal', 'application', 'company', 'other', undefined] as const) {
    expect(isHandwritten(kind, chained, 'producao')).toBe(false);
  }
});
