import { expect, it } from 'vitest';
import {
  type CourtDelivery,
  courtDeliveryAfter,
  courtIdOf,
  type DeliveryNews,
} from './court-delivery.ts';
import type { Delivery } from './types.ts';

const sent = (id: string, more: Partial<Delivery> = {}): Delivery => ({
  ...{ id, ambiente: 'simulado', representacao: 21, schemaVersion: 1, rev: 1 },
  ...{ createdAt: 1, changedAt: 1, spc: 'LIC', slp: 'X', mes: 2, ano: 2026, layoutSha256: '' },
  ...{ courtId: 505, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 10, files: [] },
  body: { text: '{}', sha256: `sha of ${id}` },
  logHead: '',
  ...more,
});
const news = (
  progress: DeliveryNews['progress'] = {},
  errand?: DeliveryNews['frozen']['errand'],
): DeliveryNews => ({
  ambiente: 'simulado',
  frozen: errand ? { errand } : {},
  progress: { delivery: { id: 505 }, ...progress },
});
const after = (
  known: CourtDelivery | undefined,
  delivery: Delivery,
  told: DeliveryNews = news(),
): CourtDelivery => {
  const made = courtDeliveryAfter(known, told, delivery);
  if (!made) throw new Error('nothing is known');
  return made;
};
const ALTER = { kind: 'alter', courtId: 505 };

it('is known from the answer on that gave it an id', () => {
  expect(courtDeliveryAfter(undefined, news(), undefined)).toBeUndefined();
  expect(after(undefined, sent('a'))).toEqual({
    ...{ ambiente: 'simulado', representacao: 21, spc: 'LIC', slp: 'X', mes: 2, ano: 2026 },
    ...{ courtId: 505, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', heardAt: 10, deliveredAt: 10 },
    ...{ contents: ['a'], bodySha256: 'sha of a', origin: 'sent' },
  });
});

it('counts once a reading said HOMOLOGADO of the content that is held', () => {
  const homologated = { statusEnvio: 'HOMOLOGADO', comparedAt: 20, confirmedAt: 30 };
  const known = after(after(undefined, sent('a')), sent('a', homologated));
  expect(known).toMatchObject({ statusEnvio: 'HOMOLOGADO', heardAt: 30, confirmedAt: 30 });
});

it('holds the new content once it is altered, and is gone once that was deleted', () => {
  const altered = after(
    after(undefined, sent('a')),
    sent('b', { deliveredAt: 40 }),
    news({}, ALTER),
  );
  expect(altered).toMatchObject({
    ...{ contents: ['a', 'b'], bodySha256: 'sha of b', deliveredAt: 10, heardAt: 40 },
  });
  const deletion: DeliveryNews = {
    ...news({}, { kind: 'delete', courtId: 505 }),
    progress: { deletedAt: 50 },
  };
  expect(courtIdOf(deletion)).toBe(505);
  const gone = courtDeliveryAfter(altered, deletion, undefined);
  expect(gone).toEqual({ ...altered, heardAt: 50, goneAt: 50 });
});

it('keeps the content that came later when the entry of an earlier one is written again', () => {
  const altered = after(
    after(undefined, sent('a')),
    sent('b', { deliveredAt: 40 }),
    news({}, ALTER),
  );
  expect(after(altered, sent('a', { rev: 9, comparedAt: 20 }))).toEqual(altered);
});

it('says nothing of a homologation any more once the content is another, or it was reopened', () => {
  const homologated = after(undefined, sent('a', { statusEnvio: 'HOMOLOGADO', confirmedAt: 30 }));
  const altered = after(homologated, sent('b', { deliveredAt: 40 }), news({}, ALTER));
  expect(altered.confirmedAt).toBeUndefined();
  const { confirmedAt: _, ...rest } = homologated;
  const reopened = { ...rest, statusEnvio: 'NAO_HOMOLOGADO', heardAt: 35, look: { at: 35 } };
  expect(after(reopened, sent('a', { statusEnvio: 'HOMOLOGADO', confirmedAt: 30 }))).toEqual(
    reopened,
  );
});

it('was made here after all where it was taken in before the lost answer was found', () => {
  const taken = after(undefined, sent('t', { origin: 'taken-in' }));
  expect(taken.origin).toBe('taken-in');
  expect(after(taken, sent('b', { deliveredAt: 40 }), news({}, ALTER)).origin).toBe('taken-in');
  expect(after(taken, sent('a'))).toMatchObject({ origin: 'sent', contents: ['t', 'a'] });
});

it('is another delivery where the court gave its id again', () => {
  const old = after(undefined, sent('a'));
  const again = after(old, sent('z', { recibo: 's', deliveredAt: 90 }));
  expect(again).toMatchObject({ recibo: 's', contents: ['z'], deliveredAt: 90 });
  expect(after(again, sent('a', { rev: 9 }))).toEqual(again);
});

it('differs from what is held where a look of its entry showed that, until a later one shows no difference', () => {
  const known = after(undefined, sent('a'));
  const differs = courtDeliveryAfter(known, news(), sent('a'), { sha256: 'theirs', at: 25 });
  expect(differs?.look).toEqual({ at: 25, differs: 'theirs' });
  expect(after(differs, sent('a', { comparedAt: 20 })).look).toEqual({ at: 25, differs: 'theirs' });
  expect(after(differs, sent('a', { comparedAt: 30 })).look).toBeUndefined();
  expect(after(differs, sent('a', { comparedAt: 20, confirmedAt: 40 })).look).toBeUndefined();
});
