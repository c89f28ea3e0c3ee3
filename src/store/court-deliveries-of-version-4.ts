import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import type { Delivery } from '../receipt/types.ts';
import { listedDelivery } from './court-delivery-lists.ts';
import { isSealed } from './read-all.ts';
import { MigrationFailedError, type UpgradeTransaction } from './rewrite.ts';

/**
 * Writes what version 4 knew of the deliveries at the court. It follows from what was sent to them, the oldest first,
 * and from the entries that tell of a deletion. It is read again: nothing that was sent may be left out.
 */
export const deriveDeliveries = async (transaction: UpgradeTransaction): Promise<void> => {
  const sent: CourtDelivery[] = [];
  const deliveries = transaction.objectStore('deliveries');
  for (const key of await deliveries.getAllKeys()) {
    const sealed = await deliveries.get(key);
    if (isSealed(sealed)) sent.push(deliveryFrom(sealed.record));
  }
  const known = new Map<string, CourtDelivery>();
  for (const each of sent.sort((a, b) => a.deliveredAt - b.deliveredAt)) {
    known.set(keyOf(each), following(known.get(keyOf(each)), each));
  }
  const entries = transaction.objectStore('entries');
  for (const key of await entries.getAllKeys()) {
    const sealed = await entries.get(key);
    const deletion = isSealed(sealed) ? deletionFrom(sealed.record) : undefined;
    const delivery = deletion && known.get(keyOf(deletion));
    if (!delivery || deletion.goneAt < delivery.heardAt) continue;
    const { goneAt } = deletion;
    known.set(keyOf(deletion), { ...delivery, heardAt: goneAt, goneAt });
  }
  const store = transaction.objectStore('courtDeliveries');
  for (const record of known.values()) {
    const sealed = listedDelivery(record, { codec: 'plain', rev: 1, record });
    await store.put(sealed, [record.ambiente, record.courtId]);
  }
  for (const { ambiente, courtId, recibo, contents } of sent) {
    const written = (await store.get([ambiente, courtId]))?.record;
    const isThere =
      written?.recibo !== recibo || contents.every((id) => written.contents.includes(id));
    if (!written || !isThere) throw new MigrationFailedError(`delivery ${courtId} would be lost`);
  }
};

const keyOf = ({ ambiente, courtId }: Pick<CourtDelivery, 'ambiente' | 'courtId'>): string =>
  JSON.stringify([ambiente, courtId]);

const deliveryFrom = (sent: Delivery): CourtDelivery => {
  const { ambiente, representacao, spc, slp, mes, ano, courtId, recibo, statusEnvio } = sent;
  const { deliveredAt, comparedAt = 0, confirmedAt } = sent;
  return {
    ...{ ambiente, representacao, spc, slp, mes, ano, courtId, recibo, statusEnvio, deliveredAt },
    heardAt: Math.max(deliveredAt, comparedAt, confirmedAt ?? 0),
    contents: [sent.id],
    bodySha256: sent.body.sha256,
    origin: 'sent',
    ...(confirmedAt !== undefined && { confirmedAt }),
  };
};

/** Under another recibo it is another delivery, whose id the court gave again. */
const following = (before: CourtDelivery | undefined, sent: CourtDelivery): CourtDelivery => {
  if (before?.recibo !== sent.recibo) return sent;
  const { contents, deliveredAt } = before;
  return { ...sent, deliveredAt, contents: [...contents, ...sent.contents] };
};

const deletionFrom = ({
  ambiente,
  frozen: { errand },
  progress: { delivery, deletedAt: goneAt },
}: RecepcaoEntry):
  | (Pick<CourtDelivery, 'ambiente' | 'courtId'> & { goneAt: number })
  | undefined => {
  const courtId = delivery?.id ?? (errand && 'courtId' in errand ? errand.courtId : undefined);
  return courtId === undefined || goneAt === undefined ? undefined : { ambiente, courtId, goneAt };
};
