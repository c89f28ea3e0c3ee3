import { expect, it } from 'vitest';
import {
  civilDateOf,
  fromBrazilianDate,
  isCivilDate,
  showInstant,
  toBrazilianDate,
} from './civil-date.ts';

it('knows which days exist', () => {
  expect(isCivilDate('2024-02-29')).toBe(true);
  expect(isCivilDate('2023-02-29')).toBe(false);
  expect(isCivilDate('2019-1-1')).toBe(false);
  expect(isCivilDate('0004-02-29')).toBe(true);
});

it('reads and writes the Brazilian form', () => {
  expect(fromBrazilianDate('1/2/2019')).toBe('2019-02-01');
  expect(fromBrazilianDate('31/02/2019')).toBeUndefined();
  expect(toBrazilianDate('2019-02-01')).toBe('01/02/2019');
});

it('shows instants in America/Sao_Paulo', () => {
  expect(showInstant(Date.UTC(2019, 0, 1, 1, 30))).toBe('31/12/2018 23:30');
  expect(civilDateOf(Date.UTC(2019, 0, 1, 1, 30))).toBe('2018-12-31');
});
