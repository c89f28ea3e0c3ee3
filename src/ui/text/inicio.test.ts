import { expect, it } from 'vitest';
import { sayAttention, sayUrgent } from './inicio.ts';

const today = '2026-11-23';

it('what is urgent is counted exactly only where all that is open was read', () => {
  expect(sayUrgent({ late: 2, soon: 1, isAll: true, today })).toBe(
    '2 prazos atrasados, 1 prazo vence até amanhã',
  );
  expect(sayUrgent({ late: 0, soon: 0, isAll: true, today })).toBeUndefined();
  expect(sayUrgent({ late: 2, soon: 0, isAll: false, today })).toMatch(/^pelo menos 2 .*Prazos$/);
  expect(sayUrgent({ late: 0, soon: 0, isAll: false, today })).toMatch(/No mais novo.*Prazos$/);
});

it('of processes only what waits for the person is told', () => {
  const none = { arrivals: 0, unread: 0, refused: 0, stuck: 0 };
  expect(sayAttention(none)).toBeUndefined();
  expect(sayAttention({ ...none, arrivals: 1, unread: 2 })).toBe(
    '1 chegou e espera por você, 2 não lidos',
  );
  expect(sayAttention({ ...none, refused: 1, stuck: 2 })).toBe(
    '1 recusado por outro órgão, 2 envios parados',
  );
});
