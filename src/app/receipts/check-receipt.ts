import type { Ambiente } from '../../base/environment.ts';
import { GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import { call } from '../../protocol/recepcao/call.ts';
import { paths } from '../../protocol/recepcao/endpoints.ts';
import type { ReciboSaid } from '../../receipt/court-delivery.ts';
import { connectionTo, noteReach } from '../connection.ts';
import { ambiente } from '../state.ts';
import { clock, stores } from '../stores.ts';

export type { ReciboSaid } from '../../receipt/court-delivery.ts';

const PATIENCE_MS = 20_000;
const MOST_CHARACTERS = 20_000;

/**
 * Asks the court of the ambiente in use about a recibo, without a token, and keeps what it said with the delivery, where
 * that is known here; `undefined`: nobody answered.
 */
export const checkReceipt = async (recibo: string): Promise<ReciboSaid | undefined> => {
  const where = ambiente.value;
  const said = where && (await askCourt(where, recibo));
  if (said) await keep(where, recibo, said);
  return said;
};

const keep = async (where: Ambiente, recibo: string, reciboSaid: ReciboSaid): Promise<void> => {
  const known = await stores.courtDeliveries.byRecibo(recibo);
  if (known?.ambiente !== where.id) return;
  // Without room for it, it is on the screen all the same.
  await stores.courtDeliveries.save(known, (now) =>
    now?.recibo === recibo ? { ...now, reciboSaid } : now,
  );
};

const askCourt = async (where: Ambiente, recibo: string): Promise<ReciboSaid | undefined> => {
  const what = { method: 'GET', path: paths.receipt(recibo), accept: '*/*' } as const;
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const response = await call(connectionTo(where), what, undefined, patience);
  const isTheCourts =
    response !== undefined && (response.headers.get(GATEWAY_HEADER) ?? 'relayed') === 'relayed';
  noteReach(isTheCourts);
  if (!isTheCourts) return undefined;
  const text = await response.text().catch(() => undefined);
  if (text === undefined) return undefined;
  return { at: clock.now(), status: response.status, text: text.slice(0, MOST_CHARACTERS) };
};
