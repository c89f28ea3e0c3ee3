import { parseJson } from '../../base/json.ts';
import { placeholderFor, placeholdersWithin } from '../../base/placeholder.ts';
import { type ReferringLayout, referringLayouts, refersTo } from '../../layout/referring.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { everyDelivery } from '../deliveries/delivery-list.ts';
import { isFinal } from '../queue/queue-records.ts';
import { entries } from '../state.ts';
import { stores } from '../stores.ts';
import { type Link, linkOfDelivery, linkOfEntry } from './link.ts';
import { isOfAnother } from './place.ts';

/** A delivery that others may refer to, with the entries that made it what it is. */
export type ReferredTo = Pick<
  CourtDelivery,
  'ambiente' | 'representacao' | 'courtId' | 'spc' | 'slp' | 'contents'
>;

/**
 * What refers to a delivery, of all that is held here in the same name and of what is in the queue, as it is found: every
 * delivery of the layouts that may refer to it is read.
 */
export async function* referredBy(delivery: ReferredTo): AsyncGenerator<Link> {
  for (const layout of await referringLayouts(delivery)) {
    yield* waitingFor(delivery, layout);
    yield* deliveredWith(delivery, layout);
  }
}

async function* waitingFor(delivery: ReferredTo, layout: ReferringLayout): AsyncGenerator<Link> {
  const waiting = entries.value.filter(
    (entry) =>
      !isFinal(entry) &&
      entry.ambiente === delivery.ambiente &&
      !isOfAnother(entry, delivery) &&
      entry.frozen.spc === layout.spc &&
      entry.frozen.slp === layout.slp &&
      entry.progress.delivery === undefined,
  );
  for (const { id } of waiting) {
    const entry = await stores.entries.load(id);
    if (entry && willRefer(entry, delivery, layout)) yield linkOfEntry(entry);
  }
}

const willRefer = (
  { frozen: { payload } }: RecepcaoEntry,
  { courtId, contents }: ReferredTo,
  layout: ReferringLayout,
): boolean => {
  const ofIt = new Set(contents.map(placeholderFor));
  return (
    refersTo(payload, courtId, layout) ||
    placeholdersWithin(payload).some(({ placeholder }) => ofIt.has(placeholder))
  );
};

async function* deliveredWith(
  { ambiente, representacao, courtId }: ReferredTo,
  layout: ReferringLayout,
): AsyncGenerator<Link> {
  const { spc, slp } = layout;
  for await (const one of everyDelivery({ ambiente, representacao, spc, slp })) {
    const held = await stores.deliveries.load(one.contents.at(-1) ?? '');
    const payload = held && one.goneAt === undefined ? parseJson(held.body.text) : undefined;
    if (payload !== undefined && refersTo(payload, courtId, layout)) yield linkOfDelivery(one);
  }
}
