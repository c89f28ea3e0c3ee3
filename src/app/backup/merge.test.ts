import { expect, it } from 'vitest';
import { ok } from '../../base/result.ts';
import type { Draft, DraftChange } from '../../draft/types.ts';
import { commit } from '../../outbox/commit.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { OutboxEvent } from '../../outbox/events.ts';
import type { LogRow } from '../../outbox/types.ts';
import type { RecepcaoFrozen, RecepcaoProgress } from '../../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import type { WholeDraft, WholeEntry, WholeWork } from '../../store/whole.ts';
import { merge } from './merge.ts';

const clock = { now: () => 1 };
const OTHER = { id: 'o', name: 'outro' };
const OF = { me: 'aqui', madeBy: OTHER };
const PERIOD = { spc: 'LIC', slp: 'X', mes: 1, ano: 2026 };

const work = (some: Partial<WholeWork>): WholeWork => ({
  ...{
    drafts: [],
    entries: [],
    deliveries: [],
    courtDeliveries: [],
    batches: [],
    layouts: [],
    certificates: [],
    pen: { processes: [], tramites: [], entries: [] },
  },
  ...some,
});

const change = (seq: number, value: string): DraftChange => ({
  ...{ draftId: 'd', seq, at: seq, kind: 'edit' },
  edit: { op: 'set', pointer: '/a', value },
  inverse: { op: 'remove', pointer: '/a' },
});
const draft = (rev: number, ...changes: DraftChange[]): WholeDraft => {
  const head = { id: 'd', ambiente: 'a', schemaVersion: 1, rev, createdAt: 1, changedAt: rev };
  const of = { ...PERIOD, layoutSha256: '', layoutSource: 'court' };
  const snapshot = { draftId: 'd', seq: 0, document: {} };
  return { draft: { ...head, ...of } as Draft, snapshot, changes, versions: [], attachments: [] };
};

/** An entry to which this happened, one thing after another. */
const entry = async (
  from: WholeEntry | undefined,
  ...events: OutboxEvent[]
): Promise<WholeEntry> => {
  const log: LogRow[] = [...(from?.log ?? [])];
  const store = {
    load: async () => undefined,
    save: async (_: unknown, added: readonly LogRow[]) => {
      log.push(...added);
      return ok(undefined);
    },
  };
  const frozen: RecepcaoFrozen = {
    ...{ draftId: 'd', ...PERIOD, layoutSha256: '', payload: {}, files: [] },
  };
  const progress: RecepcaoProgress = { uploads: {} };
  const what = { ambiente: 'a', protocol: 'recepcao', frozen, progress, owner: OTHER };
  let last = from ? ok(from.entry) : await enqueue(what, { store, clock });
  for (const event of events) {
    if (!last.ok) break;
    const next = await commit(last.value, event, {}, { store, clock });
    if (!next.ok) throw new Error(next.error);
    last = next;
  }
  if (!last.ok) throw new Error('not queued');
  return { entry: last.value, log };
};

const merged = (here: Partial<WholeWork>, copy: Partial<WholeWork>) =>
  merge(work(here), work(copy), OF, clock);

it('takes from a copy the draft that goes on from what is here', async () => {
  const here = draft(2, change(1, 'um'));
  const copied = draft(3, change(1, 'um'), change(2, 'dois'));
  const { work: taken, revs, leftOut } = await merged({ drafts: [here] }, { drafts: [copied] });
  expect(taken.drafts).toEqual([copied]);
  expect([...revs]).toEqual([['d', 2]]);
  expect(leftOut).toEqual([]);
});

it.each([
  {
    here: draft(3, change(1, 'um'), change(2, 'dois')),
    copied: draft(2, change(1, 'um')),
    why: 'newer-here',
  },
  {
    here: draft(2, change(1, 'um')),
    copied: draft(3, change(1, 'uno'), change(2, 'dos')),
    why: 'different',
  },
  { here: draft(2, change(1, 'um')), copied: draft(2, change(1, 'uno')), why: 'different' },
])('never replaces a draft that is $why, and says so', async ({ here, copied, why }) => {
  const { work: taken, leftOut } = await merged({ drafts: [here] }, { drafts: [copied] });
  expect(taken.drafts).toEqual([]);
  expect(leftOut).toMatchObject([{ what: 'draft', why }]);
});

it('takes the entry that goes on from what is here, and has it ask before it goes on', async () => {
  const here = await entry(undefined);
  const copied = await entry(here, { kind: 'pause' });
  const { work: taken, revs } = await merged({ entries: [here] }, { entries: [copied] });
  expect([...revs]).toEqual([[here.entry.id, here.entry.rev]]);
  expect(taken.entries).toMatchObject([
    { entry: { mustAsk: true, state: { what: 'takeover', other: OTHER } } },
  ]);
  expect(taken.entries[0]?.log.map(({ event }) => event)).toEqual(['queued', 'pause', 'disowned']);
});

it('leaves alone the entry that went further here, or another way, and the one whose step is running', async () => {
  const copied = await entry(undefined);
  const further = await entry(copied, { kind: 'pause' });
  const otherWay = await entry(copied, { kind: 'cancel' });
  const begun = { step: 'send', attempt: 1, effect: 'once', settledAt: 1 } as const;
  const running = await entry(copied, { kind: 'begun', ...begun });
  const ended = await entry(running, { kind: 'interrupted' });
  const whyNot = async (here: WholeEntry, copy: WholeEntry) => {
    const { work: taken, leftOut } = await merged({ entries: [here] }, { entries: [copy] });
    expect(taken.entries).toEqual([]);
    return leftOut[0]?.why;
  };
  expect(await whyNot(further, copied)).toBe('newer-here');
  expect(await whyNot(further, otherWay)).toBe('different');
  expect(await whyNot(running, ended)).toBe('different');
  expect(await whyNot(further, further)).toBeUndefined();
});

const SENT: Delivery = {
  ...{ id: 'e1', ambiente: 'a', representacao: 21, schemaVersion: 1, rev: 1, createdAt: 1 },
  ...{ changedAt: 1, ...PERIOD, layoutSha256: '', courtId: 505, recibo: 'r', deliveredAt: 10 },
  ...{ statusEnvio: 'NAO_HOMOLOGADO', body: { text: '{}', sha256: 'aa' }, files: [], logHead: '' },
};
const KNOWN: CourtDelivery = {
  ...{ ambiente: 'a', representacao: 21, ...PERIOD, courtId: 505, recibo: 'r', heardAt: 10 },
  ...{ statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 10, contents: ['e1'], bodySha256: 'aa' },
  origin: 'sent',
};

/** The same with another content, sent later. */
const ALTERED: CourtDelivery = { ...KNOWN, heardAt: 20, contents: ['e1', 'e2'], bodySha256: 'bb' };

it('knows of a delivery what was heard of it last, here or in the copy, and all contents of both', async () => {
  const gone = { ...KNOWN, heardAt: 30, goneAt: 30, contents: ['e1', 'e2'] };
  const before = { ...KNOWN, heardAt: 5, contents: ['e0'] };
  const of = (courtDeliveries: CourtDelivery[]) => work({ courtDeliveries });
  const taken = async (here: CourtDelivery[], copied: CourtDelivery[]) =>
    (await merge(of(here), of(copied), OF, clock)).work.courtDeliveries;
  expect(await taken([KNOWN], [gone])).toEqual([gone]);
  expect(await taken([gone], [KNOWN])).toEqual([]);
  expect(await taken([gone], [before])).toEqual([{ ...gone, contents: ['e0', 'e1', 'e2'] }]);
});

it('a copy with an older content of a delivery does not take the place of what was sent or seen here since', async () => {
  const deliveries = (await merged({ courtDeliveries: [ALTERED] }, { courtDeliveries: [KNOWN] }))
    .work.courtDeliveries;
  expect(deliveries).toEqual([]);
  const old = await entry(undefined, { kind: 'pause' });
  const { id, recibo, statusEnvio, deliveredAt } = { ...KNOWN, id: KNOWN.courtId };
  const sent: WholeEntry = {
    ...old,
    entry: {
      ...{ ...old.entry, id: 'e1', representacao: 21 },
      progress: {
        ...{ uploads: {}, finalBody: { text: '{}', sha256: 'aa' } },
        delivery: { id, recibo, statusEnvio, deliveredAt },
      },
    },
  };
  const here = { ...ALTERED, contents: ['e2'] };
  const { courtDeliveries } = (await merged({ courtDeliveries: [here] }, { entries: [sent] })).work;
  expect(courtDeliveries).toEqual([ALTERED]);
});

it('what was seen at the court in the place of our content is ours once a copy brings it', async () => {
  const seen = { ...KNOWN, heardAt: 30, look: { at: 30, differs: 'bb' } };
  const { courtDeliveries } = (
    await merged({ courtDeliveries: [seen] }, { courtDeliveries: [ALTERED] })
  ).work;
  expect(courtDeliveries).toEqual([{ ...ALTERED, heardAt: 30, look: { at: 30 } }]);
});

it('what the court said of a recibo last stays, here or in the copy', async () => {
  const said = (at: number) => ({ reciboSaid: { at, status: 200, text: `${at}` } });
  const here = { ...ALTERED, ...said(5) };
  const { courtDeliveries } = (
    await merged({ courtDeliveries: [here] }, { courtDeliveries: [{ ...KNOWN, ...said(50) }] })
  ).work;
  expect(courtDeliveries).toEqual([{ ...ALTERED, ...said(50) }]);
});

it('a look that came after the court was heard last stays, whoever took it', async () => {
  const looked = { ...KNOWN, look: { at: 40, differs: 'cc' } };
  const { courtDeliveries } = (
    await merged({ courtDeliveries: [looked] }, { courtDeliveries: [ALTERED] })
  ).work;
  expect(courtDeliveries).toEqual([{ ...ALTERED, look: { at: 40, differs: 'cc' } }]);
});

it('knows of a delivery what was taken in, out of a copy that says no more of it', async () => {
  const copy = work({
    deliveries: [
      { ...SENT, origin: 'taken-in' },
      { ...SENT, id: 'e9' },
    ],
  });
  const { courtDeliveries } = (await merge(work({}), copy, OF, clock)).work;
  expect(courtDeliveries).toEqual([{ ...KNOWN, origin: 'taken-in' }]);
});
