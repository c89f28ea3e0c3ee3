import { expect, it } from 'vitest';
import type { Situacao } from '../../base/situacao.ts';
import { historyOf, stationsOf } from './history.ts';
import type { Tramite } from './tramite.ts';

const line = (direction: Tramite['direction'], situacao: Situacao, reached: Situacao[]) =>
  stationsOf({
    ...{ direction, situacao },
    changes: reached.map((each) => ({ situacao: each, at: each * 10 })),
  }).map((station) => `${station.situacao} ${station.state}`);

it('a trâmite that goes on shows what is done, where it is and what is ahead', () => {
  expect(line('sent', 3, [1, 2, 3])).toEqual([
    ...['1 done', '2 done', '3 current', '4 ahead', '5 ahead', '6 ahead'],
  ]);
});

it('a concluded one is done, and for the receiver with her receipt', () => {
  expect(line('sent', 6, [1, 2, 3, 4, 5, 6]).every((each) => each.endsWith('done'))).toBe(true);
  expect(line('received', 5, [3, 4, 5])).toEqual(['3 done', '4 done', '5 done']);
});

it('one that ended otherwise shows its ending in the place of what it did not reach', () => {
  expect(line('sent', 8, [1, 2, 3, 8])).toEqual(['1 done', '2 done', '3 done', '8 current']);
  expect(line('sent', 10, [1, 2, 10])).toEqual(['1 done', '2 done', '10 current']);
});

it('the history tells the platform’s instants and the receipts that were fetched, the oldest first', () => {
  const receipt = { raw: '', fetchedAt: 15, verdict: { kind: 'invalid', code: '' } } as const;
  expect(
    historyOf({
      changes: [
        { situacao: 1, at: 10 },
        { situacao: 2, at: 20 },
      ],
      reciboDeEnvio: receipt,
    }),
  ).toEqual([
    { at: 10, what: 1 },
    { at: 15, what: 'envio-fetched' },
    { at: 20, what: 2 },
  ]);
});
