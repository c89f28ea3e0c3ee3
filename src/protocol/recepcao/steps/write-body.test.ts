import { expect, it } from 'vitest';
import { recepcaoEntryOf } from '../../../../test/support/recepcao-entry.ts';
import { placeholderFor } from '../../../base/placeholder.ts';
import { courtOf } from '../court.ts';
import type { RecepcaoEntry } from '../types.ts';
import { writeBody } from './write-body.ts';

const session = { token: () => undefined, tokenRefused: () => {}, signer: () => undefined };
const EARLIER = '0f3a5c77-9b00-4000-8000-000000000001';
const delivery = { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
const earlier: RecepcaoEntry = {
  ...recepcaoEntryOf({ progress: { uploads: {}, delivery } }),
  id: EARLIER,
};

const bodyOf = (known: Pick<RecepcaoEntry['frozen'], 'after' | 'payload'>) => {
  const entry = recepcaoEntryOf({});
  const connection = { http: async () => new Response(), host: '', origin: 'http://127.0.0.1' };
  return writeBody(
    { ...entry, frozen: { ...entry.frozen, ...known } },
    {
      ...{ court: courtOf(connection, session), session, clock: { now: () => 0 } },
      blobs: {
        get: async () => undefined,
        put: async () => '',
      },
      others: { heldByOthers: async () => new Set(), earlier: async () => [earlier] },
    },
  ).run(new AbortController().signal, () => undefined);
};

const payload = { idContrato: placeholderFor(EARLIER), numero: 1 };

it('holds the numbers of the deliveries that it waited for', async () => {
  const after = [{ entryId: EARLIER, until: 'delivered' as const, fills: '/idContrato' }];
  expect(await bodyOf({ after, payload })).toMatchObject({
    kind: 'applied',
    progress: { finalBody: { text: '{"idContrato":7,"numero":1}' } },
  });
});

it('is not written where a number is left that no court gave', async () => {
  expect(await bodyOf({ payload })).toEqual({
    ...{ kind: 'refused', code: 'number-missing', detail: '/idContrato' },
  });
});
