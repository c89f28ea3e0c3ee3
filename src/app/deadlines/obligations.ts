import { civilDateOf } from '../../base/civil-date.ts';
import type { DeadlineRule, Month } from '../../deadline/rules.ts';
import type { Homologated } from '../../deadline/standing.ts';
import type { Draft } from '../../draft/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { DeliveryPlace } from '../../store/court-delivery-lists.ts';
import type { Place } from '../../store/draft-lists.ts';
import { stateOfDraft } from '../drafts/draft-state.ts';
import { isOfAnother, representacaoInUse } from '../session/represented.ts';
import { entries } from '../state.ts';
import { stores } from '../stores.ts';
import type { Watch } from './choices.ts';
import { dayOfContent, dayOfDraft } from './days-told.ts';
import { dueOf, type Reckoning, ruleOf } from './due-of.ts';
import type { Obligation } from './open.ts';

/** What was found to be open. `isAll`: nothing was left unread. */
export interface OpenObligations {
  /** The most urgent first; those without a day last. */
  obligations: Obligation[];
  isAll: boolean;
}

/** How far it is read. */
export interface Reading {
  /** So many at most of the drafts, and of the deliveries of each layout and state; the newest. Absent: all. */
  pages?: number | undefined;
  /** Aborted as soon as nobody wants it any more: others wait to read. */
  signal?: AbortSignal | undefined;
}

/** What has a deadline and is not done in an ambiente. Rejects with the reason of the signal. */
export const openObligations = async (
  ambiente: string,
  watches: readonly Watch[],
  reckoning: Reckoning,
  reading: Reading = {},
): Promise<OpenObligations> => {
  const drafts = await ofDrafts(ambiente, reckoning, reading);
  const deliveries = await ofDeliveries(ambiente, reckoning, reading);
  const found = [
    ...drafts.obligations,
    ...deliveries.obligations,
    ...ofWatches(ambiente, watches, reckoning),
  ];
  const months = await ofMonths(ambiente, found, reckoning, reading);
  return {
    obligations: [...found, ...months].sort(byUrgency),
    isAll: drafts.isAll && deliveries.isAll,
  };
};

interface Page<Item, Where> {
  items: readonly Item[];
  /** Without it there are no more. */
  next?: Where | undefined;
}

/** Looks at each of what stands on the first pages of a list, of which one at a time is held. */
const ofPages = async <Item, Where>(
  pageBehind: (after: Where | undefined) => Promise<Page<Item, Where>>,
  { pages = Number.POSITIVE_INFINITY, signal }: Reading,
  look: (item: Item) => Promise<Obligation[]>,
): Promise<OpenObligations> => {
  const obligations: Obligation[] = [];
  let after: Where | undefined;
  for (let left = pages; left > 0; left--) {
    signal?.throwIfAborted();
    const { items, next } = await pageBehind(after);
    for (const item of items) obligations.push(...(await look(item)));
    if (next === undefined) return { obligations, isAll: true };
    after = next;
  }
  return { obligations, isAll: false };
};

const NEVER = '9999-12-31';

const byUrgency = (one: Obligation, other: Obligation): number =>
  (one.at?.deadline.due ?? NEVER).localeCompare(other.at?.deadline.due ?? NEVER);

const ofDrafts = async (
  ambiente: string,
  reckoning: Reckoning,
  reading: Reading,
): Promise<OpenObligations> => {
  const atCourt = draftsAtCourt();
  // One that changes a delivery waits for nothing of its own: that delivery does.
  const wants = (draft: Draft) =>
    draft.purpose === undefined &&
    ruleOf(reckoning, draft) !== undefined &&
    !isOfAnother(draft) &&
    stateOfDraft(draft.id) !== 'delivered' &&
    !atCourt.has(draft.id);
  const pageBehind = async (after: Place | undefined) => {
    const { drafts, next } = await stores.draftLists.page(ambiente, after);
    return { items: drafts.filter(wants), next };
  };
  return ofPages(pageBehind, reading, async (draft) => {
    const rule = ruleOf(reckoning, draft);
    if (!rule) return [];
    const { id, spc, slp, mes, ano } = draft;
    const month = { mes, ano };
    const day = await dayOfDraft(draft, rule);
    const isQueued = stateOfDraft(id) === 'queued';
    return [
      {
        ...{ id: `rascunho-${id}`, spc, slp, month },
        what: { kind: 'draft', draftId: id, isQueued },
        ...dueOf(reckoning, rule, { day, month }),
      },
    ];
  });
};

/** The drafts of which the court has a delivery: that one stands for them. */
const draftsAtCourt = (): Set<string> =>
  new Set(
    entries.value.flatMap(({ frozen, progress }) => (progress.delivery ? [frozen.draftId] : [])),
  );

const ofDeliveries = async (
  ambiente: string,
  reckoning: Reckoning,
  reading: Reading,
): Promise<OpenObligations> => {
  const obligations: Obligation[] = [];
  let isAll = true;
  for (const state of ['pending', 'differs'] as const) {
    for (const { spc, slp } of reckoning.rules) {
      const filter = { ambiente, representacao: representacaoInUse.value, spc, slp, state };
      const pageBehind = async (after: DeliveryPlace | undefined) => {
        const { found, next } = await stores.courtDeliveries.page(filter, after);
        return { items: found, next };
      };
      const found = await ofPages(pageBehind, reading, (delivery) =>
        ofDelivery(delivery, reckoning, (courtId, contentId) => ({
          kind: 'delivery',
          ...{ courtId, contentId, state },
        })),
      );
      obligations.push(...found.obligations);
      isAll &&= found.isAll;
    }
  }
  return { obligations, isAll };
};

/** The homologated deliveries of the accounts of some months, with their deadlines. */
export const homologatedOf = async (
  ambiente: string,
  months: readonly Month[],
  reckoning: Reckoning,
): Promise<Obligation[]> => {
  const found: Obligation[] = [];
  for (const { mes, ano } of months) {
    for (const { spc, slp } of reckoning.rules) {
      const filter = {
        ...{ ambiente, representacao: representacaoInUse.value },
        ...{ spc, slp, mes, ano, state: 'homologated' as const },
      };
      for await (const deliveries of stores.courtDeliveries.pages(filter)) {
        for (const delivery of deliveries) {
          const made = await ofDelivery(delivery, reckoning, (courtId, contentId) => ({
            kind: 'homologated',
            ...{ courtId, contentId },
          }));
          found.push(...made);
        }
      }
    }
  }
  return found.sort(byUrgency);
};

const ofDelivery = async (
  delivery: CourtDelivery,
  reckoning: Reckoning,
  whatOf: (courtId: number, contentId: string) => Obligation['what'],
): Promise<Obligation[]> => {
  const rule = ruleOf(reckoning, delivery);
  const contentId = delivery.contents.at(-1);
  if (!rule || contentId === undefined) return [];
  const { courtId, spc, slp, mes, ano } = delivery;
  const month = { mes, ano };
  const what = whatOf(courtId, contentId);
  const [day, homologated] = await Promise.all([
    dayOfContent(contentId, rule),
    what.kind === 'homologated' ? whenHomologated(delivery, contentId) : undefined,
  ]);
  return [
    {
      ...{ id: `entrega-${courtId}`, spc, slp, month, what },
      ...dueOf(reckoning, rule, { day, month }, homologated),
    },
  ];
};

/** The court does not say when; what we know is when it took our signature, else when we first saw it homologated. */
const whenHomologated = async (
  { confirmedAt }: CourtDelivery,
  contentId: string,
): Promise<Homologated | undefined> => {
  if (confirmedAt === undefined) return undefined;
  const acceptedAt = (await stores.deliveries.load(contentId))?.homologation?.acceptedAt;
  return acceptedAt === undefined
    ? { seen: civilDateOf(confirmedAt) }
    : { on: civilDateOf(acceptedAt) };
};

const ofWatches = (
  ambiente: string,
  watches: readonly Watch[],
  reckoning: Reckoning,
): Obligation[] =>
  watches
    .filter((watch) => watch.ambiente === ambiente && !isOfAnother(watch))
    .map(({ id, spc, slp, day, note }) => {
      const rule = ruleOf(reckoning, { spc, slp });
      return {
        ...{ id: `acompanhamento-${id}`, spc, slp },
        what: { kind: 'watch', watchId: id, note },
        ...(rule && dueOf(reckoning, rule, { day })),
      };
    });

/** The months of monthly rules of which nothing is known here: no draft, no delivery. */
const ofMonths = async (
  ambiente: string,
  known: readonly Obligation[],
  reckoning: Reckoning,
  { signal }: Reading,
): Promise<Obligation[]> => {
  const found: Obligation[] = [];
  for (const rule of reckoning.rules) {
    if (rule.kind !== 'next-month') continue;
    const { spc, slp } = rule;
    for (const month of monthsOf(rule, reckoning.today)) {
      signal?.throwIfAborted();
      const { mes, ano } = month;
      const isKnown = known.some(
        (each) => each.slp === slp && each.month?.mes === mes && each.month.ano === ano,
      );
      if (isKnown || (await isHomologated(ambiente, rule, month))) continue;
      found.push({
        ...{ id: `mes-${spc}-${slp}-${ano}-${mes}`, spc, slp, month },
        what: { kind: 'month' },
        ...dueOf(reckoning, rule, { month }),
      });
    }
  }
  return found;
};

const isHomologated = async (
  ambiente: string,
  { spc, slp }: DeadlineRule,
  { mes, ano }: Month,
): Promise<boolean> =>
  (await stores.courtDeliveries.count({
    ...{ ambiente, representacao: representacaoInUse.value },
    ...{ spc, slp, mes, ano, state: 'homologated' },
  })) > 0;

/** From the first month of a rule to the one of today. */
const monthsOf = (
  { since }: Extract<DeadlineRule, { kind: 'next-month' }>,
  today: string,
): Month[] => {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const first = since.ano * 12 + since.mes - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    mes: ((first + index) % 12) + 1,
    ano: Math.floor((first + index) / 12),
  }));
};
