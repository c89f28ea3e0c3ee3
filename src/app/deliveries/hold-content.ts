import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { ok, type Result } from '../../base/result.ts';
import type { Period } from '../../protocol/recepcao/endpoints.ts';
import { HOMOLOGADO, type ReceivedDelivery } from '../../protocol/recepcao/messages.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import type { StorageFault } from '../../store/database.ts';
import { layoutFor } from '../layouts.ts';
import { stores } from '../stores.ts';
import { contentOf } from './heard.ts';

/** Where a delivery made elsewhere is to be found. */
export interface Whence extends Period {
  ambiente: string;
  representacao: number;
}

/** Keeps what the court showed as the last content of a delivery. `askedAt`: epoch ms UTC. */
export const holdContent = async (
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
    ...(before?.reciboSaid && { reciboSaid: before.reciboSaid }),
  };
};
