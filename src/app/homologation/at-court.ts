import { newId } from '../../base/ids.ts';
import { isJsonObject, parseJson } from '../../base/json.ts';
import { err, type Result } from '../../base/result.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { SaveFault } from '../../outbox/ports.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { type CourtDelivery, courtIdOf } from '../../receipt/court-delivery.ts';
import { hindranceOf, openEntriesOf } from '../change/hindrance.ts';
import { everyDelivery } from '../deliveries/delivery-list.ts';
import { thisBrowser } from '../owner.ts';
import { catchUp, heldEntries, isFinal, queueStore } from '../queue/queue-records.ts';
import { queueChanged } from '../queue/verbs.ts';
import { representacaoInUse } from '../session/represented.ts';
import { ambiente, entries } from '../state.ts';
import { clock, stores } from '../stores.ts';

export type { CourtDelivery } from '../../receipt/court-delivery.ts';

/** So many are shown at a time. */
const MOST = 50;

/**
 * Deliveries that are not homologated as far as is known, and of which nothing is under way here: those of other programs,
 * and those whose entry was given up. The first of them; `more`: there are others.
 */
export const withoutEntry = async (): Promise<{ found: CourtDelivery[]; more: boolean }> => {
  const where = ambiente.value?.id;
  if (where === undefined) return { found: [], more: false };
  const underWay = new Set(entries.value.filter((entry) => !isFinal(entry)).map(courtIdOf));
  const filter = {
    ambiente: where,
    representacao: representacaoInUse.value,
    state: 'pending',
  } as const;
  const found: CourtDelivery[] = [];
  for await (const delivery of everyDelivery(filter)) {
    if (delivery.statusEnvio === 'HOMOLOGADO' || underWay.has(delivery.courtId)) continue;
    if (found.length === MOST) return { found, more: true };
    found.push(delivery);
  }
  return { found, more: false };
};

export type PrepareFault =
  | SaveFault
  /** Something is under way of it already, or it is not open at the court any more. */
  | 'not-open'
  /** What the court holds of it is not kept here. */
  | 'not-kept';

/** Whether it may be homologated, and nothing is on the queue that would do so: at most one does at a time (decision 0091). */
const isToPrepare = (delivery: CourtDelivery): boolean => {
  const all = heldEntries();
  return !hindranceOf(delivery, all) && openEntriesOf(delivery, all).length === 0;
};

/** Puts the homologation of a delivery on the queue: it is read, compared with what is held, and its PDF is fetched. */
const prepareOne = async (shown: CourtDelivery): Promise<Result<RecepcaoEntry, PrepareFault>> => {
  const delivery = await stores.courtDeliveries.load(shown.ambiente, shown.courtId);
  if (!delivery || !isToPrepare(delivery)) return err('not-open');
  const { ambiente: where, representacao, spc, slp, mes, ano, courtId, recibo } = delivery;
  const content = await stores.deliveries.load(delivery.contents.at(-1) ?? '');
  const payload = content && parseJson(content.body.text);
  if (!content || !isJsonObject(payload)) return err('not-kept');
  const { layoutSha256, files: keptFiles, origin } = content;
  return enqueue(
    {
      ...{ ambiente: where, representacao, protocol: RECEPCAO },
      owner: await thisBrowser(),
      frozen: {
        errand: {
          ...{ kind: 'homologate', courtId, recibo },
          ...(origin === 'taken-in' && { takenIn: true }),
        },
        draftId: newId(),
        ...{ spc, slp, mes, ano, layoutSha256, payload, files: [], keptFiles },
      },
      progress: { uploads: {} },
    },
    { store: queueStore, clock },
  );
};

/** Prepares deliveries to be homologated; gives why the first that could not be was not. One window at a time. */
export const prepare = (deliveries: readonly CourtDelivery[]): Promise<PrepareFault | undefined> =>
  navigator.locks.request('estafeta:prepare', async () => {
    await catchUp();
    let fault: PrepareFault | undefined;
    for (const delivery of deliveries) {
      const prepared = await prepareOne(delivery);
      if (!prepared.ok) fault ??= prepared.error;
    }
    await queueChanged();
    return fault;
  });
