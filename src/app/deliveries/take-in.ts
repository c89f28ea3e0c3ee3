import { err, ok, type Result } from '../../base/result.ts';
import type { Period } from '../../protocol/recepcao/endpoints.ts';
import type { ReceivedDelivery } from '../../protocol/recepcao/messages.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { StorageFault } from '../../store/database.ts';
import { ambiente } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { courtFor, faultOf } from './ask-court.ts';
import { holdContent, type Whence } from './hold-content.ts';
import { inWhoseName } from './in-whose-name.ts';
import { type LookFault, noteLook, showDelivery } from './look.ts';

export type TakeInFault =
  | LookFault
  /** The person has to choose first in whose name the court is asked. */
  | 'no-representacao'
  /** The court knows no delivery of that id in that month. */
  | 'no-such-id'
  /** The court lists no deliveries: only an id finds one. */
  | 'no-list'
  /** It listed them, and the recibo is not among them. */
  | 'no-such-recibo';

/** What came of it: deliveries that were not known here, and those that were, looked at once more. */
export interface TakenIn {
  added: CourtDelivery[];
  known: CourtDelivery[];
}

/** Which deliveries of a month and layout: one by the court's id or recibo, or all that the court lists. */
export type WhatToTakeIn =
  | { by: 'id'; courtId: number }
  | { by: 'recibo'; recibo: string }
  | { by: 'list' };

/** Takes in what the person names, in the name of the representação in use. */
export const takeInByPerson = async (
  { spc, slp, mes, ano }: Period,
  what: WhatToTakeIn,
  signal: AbortSignal,
): Promise<Result<TakenIn, TakeInFault>> => {
  const where = ambiente.value;
  if (!where) return err('no-ambiente');
  const name = await inWhoseName();
  if (!name.ok) return name;
  const whence = { ambiente: where.id, representacao: name.value, spc, slp, mes, ano };
  return what.by === 'id'
    ? takeInById(whence, what.courtId, signal)
    : takeInByList(whence, what.by === 'recibo' ? what.recibo : undefined, signal);
};

const takeInById = async (
  whence: Whence,
  courtId: number,
  signal: AbortSignal,
): Promise<Result<TakenIn, TakeInFault>> => {
  const asked = await showDelivery({ ...whence, courtId }, signal);
  if (!asked.ok) return asked;
  const { shown, askedAt } = asked.value;
  return shown.kind === 'gone'
    ? err('no-such-id')
    : takeIn(whence, [shown.delivery], askedAt, signal);
};

/** All that the court lists of a month and layout; with a recibo, the one that has it. */
const takeInByList = async (
  whence: Whence,
  recibo: string | undefined,
  signal: AbortSignal,
): Promise<Result<TakenIn, TakeInFault>> => {
  const court = await courtFor(whence, signal);
  if (!court.ok) return court;
  const askedAt = clock.now();
  const listed = await court.value.list(whence, signal);
  if (listed.kind === 'no-list') return err('no-list');
  if (listed.kind === 'failed') return err(faultOf(listed.reply));
  if (recibo === undefined) return takeIn(whence, listed.deliveries, askedAt, signal);
  const wanted = listed.deliveries.find((each) => each.recibo.toLowerCase() === recibo);
  return wanted ? takeIn(whence, [wanted], askedAt, signal) : err('no-such-recibo');
};

const takeIn = async (
  whence: Whence,
  received: readonly ReceivedDelivery[],
  askedAt: number,
  signal: AbortSignal,
): Promise<Result<TakenIn, StorageFault>> => {
  const taken: TakenIn = { added: [], known: [] };
  for (const delivery of received) {
    // What was taken in so far stays.
    if (signal.aborted) break;
    const known = await stores.courtDeliveries.load(whence.ambiente, delivery.id);
    const isKnown = known?.recibo === delivery.recibo;
    const kept = isKnown
      ? await noteLook(known, {
          shown: { kind: 'found', delivery, answerSha256: undefined },
          askedAt,
        })
      : await holdContent(whence, delivery, askedAt);
    if (!kept.ok) return kept;
    taken[isKnown ? 'known' : 'added'].push(kept.value);
  }
  return ok(taken);
};

/** Holds from now on what the court holds of a delivery that was changed elsewhere. */
export const takeInContent = async (
  known: CourtDelivery,
  signal: AbortSignal,
): Promise<Result<CourtDelivery, LookFault>> => {
  const asked = await showDelivery(known, signal);
  if (!asked.ok) return asked;
  const { shown, askedAt } = asked.value;
  const isOther = shown.kind === 'found' && shown.delivery.recibo === known.recibo;
  return isOther ? holdContent(known, shown.delivery, askedAt) : noteLook(known, asked.value);
};
