import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Period } from '../../protocol/recepcao/endpoints.ts';
import { HOMOLOGADO, type ReceivedDelivery } from '../../protocol/recepcao/messages.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { layoutFor } from '../layouts.ts';
import { ambiente } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { courtFor, faultOf } from './ask-court.ts';
import { contentOf } from './heard.ts';
import { inWhoseName } from './in-whose-name.ts';
import { type LookFault, noteLook, showDelivery } from './look.ts';

/** Where a delivery made elsewhere is to be found. */
interface Whence extends Period {
  ambiente: string;
  representacao: number;
}

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
  return shown.kind === 'gone' ? err('no-such-id') : takeIn(whence, [shown.delivery], askedAt);
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
  if (recibo === undefined) return takeIn(whence, listed.deliveries, askedAt);
  const wanted = listed.deliveries.find((each) => each.recibo.toLowerCase() === recibo);
  return wanted ? takeIn(whence, [wanted], askedAt) : err('no-such-recibo');
};

const takeIn = async (
  whence: Whence,
  received: readonly ReceivedDelivery[],
  askedAt: number,
): Promise<Result<TakenIn, StorageFault>> => {
  const taken: TakenIn = { added: [], known: [] };
  for (const delivery of received) {
    const known = await stores.courtDeliveries.load(whence.ambiente, delivery.id);
    const isKnown = known?.recibo === delivery.recibo;
    const kept = isKnown
      ? await noteLook(known, {
          shown: { kind: 'found', delivery, answerSha256: undefined },
          askedAt,
        })
      : await hold(whence, delivery, askedAt);
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
  return isOther ? hold(known, shown.delivery, askedAt) : noteLook(known, asked.value);
};

const hold = async (
  whence: Whence,
  received: ReceivedDelivery,
  askedAt: number,
): Promise<Result<CourtDelivery, StorageFault>> => {
  const delivery = await takenIn(whence, received, askedAt);
  // One that was taken in before holds what was fetched of its files since.
  const isNew = (await stores.deliveries.load(delivery.id)) === undefined;
  const saved = await stores.courtDeliveries.save(
    delivery,
    (known) => withContent(known, delivery, askedAt),
    isNew ? delivery : undefined,
  );
  return saved.ok ? ok(saved.value ?? withContent(undefined, delivery, askedAt)) : saved;
};

const takenIn = async (
  { ambiente, representacao, spc, slp, mes, ano }: Whence,
  received: ReceivedDelivery,
  at: number,
): Promise<Delivery> => {
  const { id: courtId, recibo, statusEnvio } = received;
  const body = await contentOf(received);
  const layout = await layoutFor({ spc, slp, mes, ano });
  return {
    id: await idOf([ambiente, courtId, recibo, body.sha256]),
    ...{ ambiente, representacao, schemaVersion: 1, rev: 1, createdAt: at, changedAt: at },
    ...{ spc, slp, mes, ano, courtId, recibo, statusEnvio, body },
    // Nobody tells which version it was made with; this is the one its labels come from.
    layoutSha256: layout.ok ? layout.value.sha256 : '',
    ...{ files: [], deliveredAt: at, comparedAt: at, logHead: '', origin: 'taken-in' },
    ...(statusEnvio === HOMOLOGADO && { confirmedAt: at }),
  };
};

/** The same for the same content of the same delivery, wherever it is taken in: a UUID of our own making (RFC 9562 §5.8). */
const idOf = async (named: (string | number)[]): Promise<string> => {
  const hex = await sha256Hex(utf8(canonicalJson(named)));
  const part = (from: number, to: number) => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-a${part(17, 20)}-${part(20, 32)}`;
};

/** What is known of a delivery once this content of it was taken in. */
const withContent = (
  known: CourtDelivery | undefined,
  { id, body, ...delivery }: Delivery,
  at: number,
): CourtDelivery => {
  const { ambiente, representacao, spc, slp, mes, ano, courtId, recibo, statusEnvio } = delivery;
  const before = known?.recibo === recibo ? known : undefined;
  return {
    ...{ ambiente, representacao, spc, slp, mes, ano, courtId, recibo, statusEnvio },
    ...{ heardAt: at, deliveredAt: before?.deliveredAt ?? at },
    contents: [...(before?.contents.filter((each) => each !== id) ?? []), id],
    bodySha256: body.sha256,
    origin: before?.origin ?? 'taken-in',
    ...(delivery.confirmedAt !== undefined && { confirmedAt: delivery.confirmedAt }),
    look: { at },
  };
};
