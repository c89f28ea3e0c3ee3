import { isJsonObject } from '../../base/json.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { records } from '../state.ts';
import { stores } from '../stores.ts';

/** Of LIC, a homologated delivery is opened again by one of this layout, once that is homologated. */
export const RECTIFICATION = { spc: 'LIC', slp: 'RETIFICAHOMOLOG' };

/** Entries that ask for a delivery to be opened again, the oldest first. */
export const rectificationsOf = async ({
  ambiente,
  courtId,
}: Pick<CourtDelivery, 'ambiente' | 'courtId'>): Promise<RecepcaoEntry[]> => {
  const held = records.entries.value.filter(
    ({ ambiente: where, frozen: { spc, slp } }) =>
      where === ambiente && spc === RECTIFICATION.spc && slp === RECTIFICATION.slp,
  );
  const asking = new Set([...held.map(({ id }) => id), ...(await sentRequests(ambiente))]);
  const whole = await Promise.all(Array.from(asking, stores.entries.load));
  return whole
    .flatMap((entry) => (entry && opens(entry) === courtId ? [entry] : []))
    .sort((a, b) => a.createdAt - b.createdAt);
};

/** The entries of all requests that are at the court; what is done of them is held no more. */
const sentRequests = async (ambiente: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { contents } of stores.courtDeliveries.every({ ambiente, ...RECTIFICATION })) {
    ids.push(...contents);
  }
  return ids;
};

const opens = ({ frozen: { payload } }: RecepcaoEntry) =>
  isJsonObject(payload) ? payload.idProcedimentoOuContrato : undefined;

/** The request that is still to open a delivery, or did so after that was last seen homologated. */
export const requestUnderWay = async (
  delivery: Pick<CourtDelivery, 'ambiente' | 'courtId' | 'heardAt'>,
): Promise<RecepcaoEntry | undefined> =>
  (await rectificationsOf(delivery)).findLast(
    ({ state, progress }) =>
      state.kind !== 'rejected' &&
      state.kind !== 'cancelled' &&
      (progress.confirmedAt ?? Number.POSITIVE_INFINITY) > delivery.heardAt,
  );
