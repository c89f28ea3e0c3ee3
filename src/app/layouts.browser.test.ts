import { deleteDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { layoutFor } from './layouts.ts';
import { database, stores } from './stores.ts';

afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

it('puts no sample in the place of what came from the court while it was fetched', async () => {
  const period = { spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 };
  const court = {
    ...period,
    ...{ schema: { type: 'object' }, sha256: 'aa', fetchedAt: 1, askedAt: 1 },
    source: 'court',
  } as const;
  const native = window.fetch;
  vi.spyOn(window, 'fetch').mockImplementation(async (...asked) => {
    const answer = await native(...asked);
    await stores.layouts.save(court);
    return answer;
  });
  expect(await layoutFor(period)).toEqual({ ok: true, value: court });
  expect(await stores.layouts.load(period, 2, 2019)).toEqual(court);
});
