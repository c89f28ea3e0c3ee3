import { expect, it } from 'vitest';
import { sayUrgent } from './inicio.ts';

const today = '2026-11-23';

it('what is urgent is counted exactly only where all that is open was read', () => {
  expect(sayUrgent({ late: 2, soon: 1, isAll: true, today })).toBe(
    '2 prazos atrasados, 1 prazo vence até amanhã',
  );
  expect(sayUrgent({ late: 0, soon: 0, isAll: true, today })).toBeUndefined();
  expect(sayUrgent({ late: 2, soon: 0, isAll: false, today })).toMatch(/^pelo menos 2 .*Prazos$/);
  expect(sayUrgent({ late: 0, soon: 0, isAll: false, today })).toMatch(/No mais novo.*Prazos$/);
});
