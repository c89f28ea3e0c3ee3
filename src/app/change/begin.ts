import { newId } from '../../base/ids.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../base/json.ts';
import { ok, type Result } from '../../base/result.ts';
import { type CORRECTION, reasonMember, type UPDATE } from '../../draft/delivery-kind.ts';
import { newDraft } from '../../draft/new-draft.ts';
import type { DraftPurpose } from '../../draft/types.ts';
import type { Delivery } from '../../receipt/types.ts';
import type { CreateFault } from '../drafts/create-draft.ts';
import { noteDrafts } from '../drafts/drafts.ts';
import { type LayoutAtHand, layoutsAtHand } from '../intake/layouts-at-hand.ts';
import type { LayoutFault, LayoutPeriod } from '../layouts.ts';
import { askToPersistOnce } from '../storage/room.ts';
import { clock, stores } from '../stores.ts';
import { RECTIFICATION } from './rectifications.ts';

/** Why a delivery is altered. */
export interface Reason {
  codTipoEnvio: typeof UPDATE | typeof CORRECTION;
  text: string;
}

const reasonIn = ({ form }: LayoutAtHand): string | undefined =>
  reasonMember(form.groups.flatMap(({ fields }) => fields.map(({ name }) => name)));

/** Whether the layout of a delivery has a place for the reason of an alteration. */
export const asksReason = async (delivery: LayoutPeriod): Promise<Result<boolean, LayoutFault>> => {
  const found = await layoutsAtHand()(delivery);
  return found.ok ? ok(reasonIn(found.value) !== undefined) : found;
};

/**
 * Begins a draft with the content of a delivery, which is to take its place at the court. The files stay where they are:
 * the content names them by the court's ids. Gives the draft's id.
 */
export const beginAlteration = async (
  delivery: Delivery,
  reason: Reason | undefined,
): Promise<Result<string, CreateFault>> => {
  const found = await layoutsAtHand()(delivery);
  if (!found.ok) return found;
  const member = reasonIn(found.value);
  const body = parseJson(delivery.body.text);
  const document: JsonObject = {
    ...(isJsonObject(body) ? body : {}),
    ...(reason && member && { codTipoEnvio: reason.codTipoEnvio, [member]: reason.text }),
  };
  return begin(delivery, 'alter', found.value, document);
};

/** `motivoRetificacao` is no longer than this in the court's own client (characters). */
export const LONGEST_REASON = 250;

/**
 * Begins the request that a homologated delivery of LIC be opened again, under the layout of the month it is made in.
 * Gives the draft's id.
 */
export const beginRectification = async (
  delivery: Delivery,
  { mes, ano, reason }: { mes: number; ano: number; reason: string },
): Promise<Result<string, CreateFault>> => {
  const found = await layoutsAtHand()({ ...RECTIFICATION, mes, ano });
  if (!found.ok) return found;
  const request = { idProcedimentoOuContrato: delivery.courtId, motivoRetificacao: reason };
  return begin(delivery, 'rectify', found.value, request);
};

const begin = async (
  { id: deliveryId, ambiente, representacao, courtId, recibo }: Delivery,
  kind: DraftPurpose['kind'],
  { layout, form }: LayoutAtHand,
  document: JsonObject,
): Promise<Result<string, CreateFault>> => {
  const { draft, snapshot } = newDraft(newId(), ambiente, layout, form, clock.now(), representacao);
  const purpose: DraftPurpose = { kind, courtId, recibo, deliveryId };
  const saved = await stores.drafts.save({ ...draft, purpose }, [], {
    snapshot: { ...snapshot, document },
    keptFrom: 1,
  });
  if (!saved.ok) return saved;
  noteDrafts();
  void askToPersistOnce();
  return ok(draft.id);
};
