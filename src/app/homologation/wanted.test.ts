import { expect, it } from 'vitest';
import { recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import { wanted, wantedAmong } from './wanted.ts';

const about = (courtId: number, id: string) => ({
  ...recepcaoEntryOf({ errand: { kind: 'homologate', courtId, recibo: 'r' } }),
  id,
});
const delivered = (id: number) =>
  recepcaoEntryOf({
    progress: {
      uploads: {},
      delivery: { id, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 },
    },
  });

it('chooses what the person came with, and counts what does not wait for her word', () => {
  wanted.value = [7, 8, 9, 10];
  expect(wantedAmong([about(7, 'a'), delivered(8), about(11, 'b')])).toEqual({
    chosen: ['a', 'e'],
    leftOut: 2,
  });
  wanted.value = [];
  expect(wantedAmong([about(7, 'a')])).toEqual({ chosen: [], leftOut: 0 });
});
