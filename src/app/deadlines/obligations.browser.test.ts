import { deleteDB } from 'idb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { workCalendar } from '../../deadline/business-days.ts';
import { USUAL_HOLIDAYS } from '../../deadline/holidays.ts';
import { ARTICLE_3, type DeadlineRule } from '../../deadline/rules.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import { ambiente, deliveriesWritten, draftsWritten } from '../state.ts';
import { database, stores } from '../stores.ts';
import { choices } from './choices.ts';
import { followUrgency, readUrgency } from './deadlines.ts';
import type { Reckoning } from './due-of.ts';
import { homologatedOf, openObligations } from './obligations.ts';
import { type Obligation, urgency } from './open.ts';

const HERE = 'prazos-de-teste';
/** With more than a page of what is open. */
const THERE = 'outro-ambiente';

const PAYROLL: DeadlineRule = {
  ...{ spc: 'FOLHAPAGAMENTO', slp: 'PES_FOLHAPAG', kind: 'next-month', day: 15 },
  ...{ since: { mes: 8, ano: 2026 }, source: 'office' },
};

const reckoning: Reckoning = {
  rules: [...ARTICLE_3, PAYROLL],
  offOn: workCalendar(USUAL_HOLIDAYS),
  today: '2026-11-23',
};

/** Noon in America/Sao_Paulo. */
const at = (date: string): number => Date.parse(`${date}T15:00:00Z`);

interface Made {
  courtId: number;
  ambiente?: string;
  spc?: string;
  slp?: string;
  mes?: number;
  published?: string;
  confirmedAt?: number;
  acceptedAt?: number;
  differs?: string;
}

/** A delivery at the court with the content we hold. */
const put = async ({ courtId, confirmedAt, acceptedAt, differs, published, ...of }: Made) => {
  const { ambiente = HERE, spc = 'LIC', slp = 'CONTRATO_INI', mes = 11 } = of;
  const id = `content-${courtId}`;
  const publicacao = published === undefined ? [] : [{ dataPublicacao: published }];
  const shared = {
    ...{ ambiente, representacao: 21, spc, slp, mes, ano: 2026, courtId },
    ...{ recibo: crypto.randomUUID(), statusEnvio: '', deliveredAt: courtId },
    ...(confirmedAt !== undefined && { confirmedAt }),
  };
  const content: Delivery = {
    ...{ ...shared, id, schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    ...{ layoutSha256: '', files: [], logHead: '' },
    body: { text: JSON.stringify({ publicacao }), sha256: '' },
    ...(acceptedAt !== undefined && { homologation: { pdfSha256: '', acceptedAt } }),
  };
  const delivery: CourtDelivery = {
    ...{ ...shared, heardAt: 1, contents: [id], bodySha256: '', origin: 'sent' },
    ...(differs !== undefined && { look: { at: 2, differs } }),
  };
  await stores.courtDeliveries.save(delivery, () => delivery, content);
};

beforeAll(async () => {
  await put({ courtId: 1, published: '2026-11-18' });
  await put({ courtId: 2, published: '2026-11-03', differs: 'aa' });
  await put({ courtId: 3 });
  await put({ courtId: 4, slp: 'REG_LICITACAO', published: '2026-11-18' });
  const published = '2026-11-03';
  const late = at('2026-11-09');
  await put({ courtId: 11, published, confirmedAt: late, acceptedAt: at('2026-11-06') });
  await put({ courtId: 12, published, confirmedAt: late, acceptedAt: at('2026-11-09') });
  await put({ courtId: 13, published, confirmedAt: late });
  await put({ courtId: 14, published, confirmedAt: at('2026-11-05') });
  const payroll = { spc: PAYROLL.spc, slp: PAYROLL.slp };
  await put({ ...payroll, courtId: 21, mes: 8, confirmedAt: late });
  await put({ ...payroll, courtId: 22, mes: 9 });
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const told = ({ id, at: when }: Obligation) =>
  [id, when?.deadline.due, when?.standing.kind].join(' ');

it('what is delivered is due until it is homologated with our content, without a day where none is told', async () => {
  const { obligations: found } = await openObligations(HERE, [], {
    ...reckoning,
    rules: ARTICLE_3,
  });
  expect(found.map(told)).toEqual([
    'entrega-2 2026-11-06 late',
    'entrega-1 2026-11-24 due',
    'entrega-3  ',
  ]);
  expect(found[0]?.what).toMatchObject({ state: 'differs' });
});

it('of what is open only so many pages are read as are asked for, and it is said that there is more', async () => {
  for (let courtId = 101; courtId <= 151; courtId += 1) {
    await put({ courtId, ambiente: THERE, published: '2026-11-18' });
  }
  const byArticle3 = { ...reckoning, rules: ARTICLE_3 };
  const asked = vi.spyOn(IDBIndex.prototype, 'getAll');
  const page = await openObligations(THERE, [], byArticle3, { pages: 1 });
  expect([page.obligations.length, page.isAll]).toEqual([50, false]);
  // One of the drafts, and of each layout and state.
  expect(asked).toHaveBeenCalledTimes(1 + 2 * ARTICLE_3.length);
  asked.mockRestore();
  const all = await openObligations(THERE, [], byArticle3, { pages: 2 });
  expect([all.obligations.length, all.isAll]).toEqual([51, true]);
});

it('what the first screen says is read again by other rules, and not after each writing', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const stop = followUrgency();
  vi.clearAllTimers();
  draftsWritten.value += 1;
  deliveriesWritten.value += 1;
  expect(vi.getTimerCount()).toBe(0);
  choices.value = { ...choices.value };
  expect(vi.getTimerCount()).toBe(1);
  stop();
  vi.clearAllTimers();
  vi.useRealTimers();
});

it('what nobody waits for any more is read no further', async () => {
  ambiente.value = {
    ...{ id: HERE, tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
  const { getAll } = IDBIndex.prototype;
  const asked = vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(function (
    this: IDBIndex,
    ...what
  ) {
    stop();
    return getAll.apply(this, what);
  });
  const stop = followUrgency();
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  // Comes to its end after the one under way.
  await readUrgency(AbortSignal.abort());
  expect(asked).toHaveBeenCalledTimes(1);
  expect(urgency.value).toBeUndefined();
  await readUrgency();
  expect(urgency.value).toMatchObject({ late: 1, isAll: true });
  asked.mockRestore();
  ambiente.value = undefined;
});

it('a note taken by hand is due by the rule of its layout', async () => {
  const watch = { id: 'w', ambiente: HERE, spc: 'LIC', slp: 'CONTRATO_ADT', day: '2026-11-19' };
  const elsewhere = { ...watch, id: 'x', ambiente: 'outro', note: '' };
  const { obligations: found } = await openObligations(
    HERE,
    [{ ...watch, note: '' }, elsewhere],
    reckoning,
  );
  expect(found.map(told).filter((each) => each.startsWith('acompanhamento'))).toEqual([
    'acompanhamento-w 2026-11-25 due',
  ]);
});

it('a monthly rule asks for every month since, by what is known of it', async () => {
  const { obligations: found } = await openObligations(HERE, [], {
    ...reckoning,
    rules: [PAYROLL],
  });
  expect(found.map(told)).toEqual([
    // August is homologated; September was delivered only; 15/11/2026 is a Sunday.
    'entrega-22 2026-10-15 late',
    'mes-FOLHAPAGAMENTO-PES_FOLHAPAG-2026-10 2026-11-13 late',
    'mes-FOLHAPAGAMENTO-PES_FOLHAPAG-2026-11 2026-12-15 due',
  ]);
});

it('in time and late are said by when the court took the signature, and nothing where that is not known', async () => {
  const found = await homologatedOf(HERE, [{ mes: 11, ano: 2026 }], reckoning);
  expect(found.map(told).sort()).toEqual([
    'entrega-11 2026-11-06 done-in-time',
    'entrega-12 2026-11-06 done-late',
    'entrega-13 2026-11-06 done-unknown',
    'entrega-14 2026-11-06 done-in-time',
  ]);
});
