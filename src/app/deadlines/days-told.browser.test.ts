import { deleteDB } from 'idb';
import { afterAll, expect, it, vi } from 'vitest';
import { newId } from '../../base/ids.ts';
import type { DeadlineRule } from '../../deadline/rules.ts';
import type { Draft } from '../../draft/types.ts';
import { database, stores } from '../stores.ts';
import { dayOfDraft } from './days-told.ts';

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const RULE: DeadlineRule = {
  ...{ spc: 'LIC', slp: 'X', kind: 'business-days', days: 3, from: '/data', source: 'office' },
};

const put = async (rev: number, document: { data?: string }, id = newId()): Promise<Draft> => {
  const draft: Draft = {
    ...{ id, ambiente: 'a', schemaVersion: 1, rev, createdAt: 1, changedAt: 1 },
    ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2026, layoutSha256: '', layoutSource: 'court' },
  };
  const snapshot = { draftId: id, seq: 0, document };
  const saved = await stores.drafts.save(draft, [], { snapshot, keptFrom: 1 });
  if (!saved.ok) throw new Error(saved.error);
  return draft;
};

it('what a draft tells of its day is kept beside it, until it is changed', async () => {
  const draft = await put(1, { data: '2026-11-18' });
  expect(await dayOfDraft(draft, RULE)).toBe('2026-11-18');
  expect(await stores.draftLists.day(draft, '/data')).toBe('2026-11-18');
  const next = await put(2, {}, draft.id);
  expect(await stores.draftLists.day(next, '/data')).toBeUndefined();
  expect(await dayOfDraft(next, RULE)).toBeUndefined();
  expect(await stores.draftLists.day(next, '/data')).toBe('');
});

it('a day that was found before is told without reading the document', async () => {
  const draft = await put(1, { data: '2026-11-18' });
  await stores.draftLists.saveDay(draft, '/data', '2026-11-20');
  const load = vi.spyOn(stores.drafts, 'load');
  expect(await dayOfDraft(draft, RULE)).toBe('2026-11-20');
  expect(load).not.toHaveBeenCalled();
});
