import { type Json, parseJson } from '../../base/json.ts';
import { entryIdStart, isPlaceholder, placeholderFor } from '../../base/placeholder.ts';
import { summaryOf } from '../../layout/summary.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { LayoutPeriod } from '../layouts.ts';
import { isFinal } from '../queue/queue-records.ts';
import { stores } from '../stores.ts';

/** How far the delivery has come that a field refers to, as far as it is known here. */
export type LinkStanding = 'under-way' | 'delivered' | 'homologated' | 'came-to-nothing' | 'gone';

/** A delivery, or an entry of the queue that is to make one, that a field may refer to. */
export interface Link extends LayoutPeriod {
  /** What the field holds: the court's number, or the placeholder of the entry. */
  value: number;
  /** The entry, where the court had given no number when it was chosen. */
  entryId?: string;
  /** Absent while the court has given none. */
  courtId?: number;
  representacao?: number;
  standing: LinkStanding;
  /** What a person knows it by; may be empty. */
  summary: string;
}

/** References lead to references: an amendment to its contract, this to its procedure. */
const DEEPEST = 3;

/** What a number in a field refers to; `undefined` where that is not known in this browser. */
export const linkTo = async (
  value: number,
  ambiente: string,
  depth = 0,
): Promise<Link | undefined> =>
  isPlaceholder(value)
    ? linkToEntry(value, ambiente, depth)
    : linkToDelivery(value, ambiente, depth);

const linkToEntry = async (placeholder: number, ambiente: string, depth: number) => {
  const [entry, ...others] = await stores.entries.beginningWith(entryIdStart(placeholder));
  // Two of which the ids begin alike: nobody can tell which was meant.
  if (!entry || others.length > 0 || entry.ambiente !== ambiente) return undefined;
  return linkOfEntry(entry, depth);
};

const linkToDelivery = async (courtId: number, ambiente: string, depth: number) => {
  const delivery = await stores.courtDeliveries.load(ambiente, courtId);
  return delivery && linkOfDelivery(delivery, depth);
};

/** An entry of the queue, as what a field may refer to. */
export const linkOfEntry = async (entry: RecepcaoEntry, depth = 0): Promise<Link> => {
  const { id, representacao, ambiente, frozen, progress } = entry;
  const { spc, slp, mes, ano } = frozen;
  const named = { value: placeholderFor(id), entryId: id };
  const courtId = progress.delivery?.id;
  const delivered = courtId === undefined ? undefined : await linkTo(courtId, ambiente, depth);
  if (delivered) return { ...delivered, ...named };
  return {
    ...{ spc, slp, mes, ano },
    ...named,
    ...(representacao !== undefined && { representacao }),
    standing: isFinal(entry) ? 'came-to-nothing' : 'under-way',
    summary: await knownBy(id, async () => frozen.payload, frozen, ambiente, depth),
  };
};

/** A delivery, as what a field may refer to. */
export const linkOfDelivery = async (delivery: CourtDelivery, depth = 0): Promise<Link> => {
  const { ambiente, spc, slp, mes, ano, courtId, representacao, contents, bodySha256 } = delivery;
  const content = async () => {
    const held = await stores.deliveries.load(contents.at(-1) ?? '');
    return (held && parseJson(held.body.text)) ?? null;
  };
  return {
    ...{ spc, slp, mes, ano, courtId, representacao },
    value: courtId,
    standing: standingOf(delivery),
    summary: await knownBy(bodySha256, content, delivery, ambiente, depth),
  };
};

const standingOf = ({ goneAt, confirmedAt }: CourtDelivery): LinkStanding => {
  if (goneAt !== undefined) return 'gone';
  return confirmedAt === undefined ? 'delivered' : 'homologated';
};

/** By the hash of what is known by it, or the id of the entry that holds it frozen. */
const summaries = new Map<string, string>();

const knownBy = async (
  key: string,
  content: () => Promise<Json>,
  layout: LayoutPeriod,
  ambiente: string,
  depth: number,
): Promise<string> => {
  const before = summaries.get(key);
  if (before !== undefined) return before;
  const follow = async (reference: number) =>
    (depth < DEEPEST && (await linkTo(reference, ambiente, depth + 1))?.summary) || '';
  const summary = await summaryOf(await content(), layout, follow);
  summaries.set(key, summary);
  return summary;
};
