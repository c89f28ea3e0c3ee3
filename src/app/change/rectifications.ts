import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { ThreadErrand } from '../../receipt/thread.ts';
import type { Delivery } from '../../receipt/types.ts';
import { isFinal, knownEntry } from '../queue/queue-records.ts';
import { records } from '../state.ts';
import { stores } from '../stores.ts';

/** Of LIC, a homologated delivery is opened again by one of this layout, once that is homologated. */
export const RECTIFICATION = { spc: 'LIC', slp: 'RETIFICAHOMOLOG' };

type Target = Pick<CourtDelivery, 'ambiente' | 'representacao' | 'courtId'>;

/** Requests that a delivery be opened again, the oldest first: those on the queue, and those the court holds. */
export const rectificationsOf = async (target: Target): Promise<ThreadErrand[]> => {
  const held = await heldRequests(target);
  const ids = new Set(held.map(({ id }) => id));
  const delivered = (await deliveredRequests(target)).filter(({ id }) => !ids.has(id));
  return [...held, ...delivered].sort((a, b) => a.createdAt - b.createdAt);
};

const opens = (payload: Json | undefined, { courtId }: Target): boolean =>
  isJsonObject(payload) && payload.idProcedimentoOuContrato === courtId;

const heldRequests = async (target: Target): Promise<ThreadErrand[]> => {
  const asking = records.entries.value.filter(
    ({ ambiente, frozen: { spc, slp } }) =>
      ambiente === target.ambiente && spc === RECTIFICATION.spc && slp === RECTIFICATION.slp,
  );
  const whole = await Promise.all(asking.map(({ id }) => stores.entries.load(id)));
  return whole.flatMap((entry) => (entry && opens(entry.frozen.payload, target) ? [entry] : []));
};

const deliveredRequests = async (target: Target): Promise<ThreadErrand[]> => {
  const { ambiente, representacao } = target;
  const found: ThreadErrand[] = [];
  const filter = { ambiente, representacao, ...RECTIFICATION };
  for await (const page of stores.courtDeliveries.pages(filter)) {
    const there = page.filter(({ goneAt }) => goneAt === undefined);
    const contents = await Promise.all(there.map(lastContent));
    found.push(
      ...contents.flatMap((content) =>
        content && opens(parseJson(content.body.text), target) ? [asErrand(content)] : [],
      ),
    );
  }
  return found;
};

const lastContent = ({ contents }: CourtDelivery): Promise<Delivery | undefined> =>
  stores.deliveries.load(contents.at(-1) ?? '');

const asErrand = ({ id, createdAt, deliveredAt, confirmedAt }: Delivery): ThreadErrand => ({
  ...{ id, createdAt, state: { kind: 'done' } },
  progress: { delivery: { deliveredAt }, ...(confirmedAt !== undefined && { confirmedAt }) },
});

/** The request that is still to open a delivery, or did so after that was last seen homologated. */
export const requestUnderWay = async (
  target: Target & Pick<CourtDelivery, 'heardAt'>,
): Promise<ThreadErrand | undefined> =>
  (await rectificationsOf(target)).findLast(({ id, progress: { confirmedAt } }) =>
    confirmedAt === undefined ? isOpen(id) : confirmedAt > target.heardAt,
  );

/** Only an entry that goes on brings a request to its end; one that was taken in is no entry. */
const isOpen = (id: string): boolean => {
  const entry = knownEntry(id);
  return entry !== undefined && !isFinal(entry);
};
