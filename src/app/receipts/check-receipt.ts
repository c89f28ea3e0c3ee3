import { GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import { call } from '../../protocol/recepcao/call.ts';
import { paths } from '../../protocol/recepcao/endpoints.ts';
import { connectionTo, noteReach } from '../connection.ts';
import { ambiente } from '../state.ts';
import { clock } from '../stores.ts';

/** What the court answered about a recibo: no source says what the answer looks like, so it is given as it came. */
export interface ReceiptAnswer {
  recibo: string;
  status: number;
  /** At most `MOST_CHARACTERS`. */
  text: string;
  /** Epoch ms UTC. */
  at: number;
}

const PATIENCE_MS = 20_000;
const MOST_CHARACTERS = 20_000;

/** Asks the court of the ambiente in use about a recibo, without a token; `undefined`: nobody answered. */
export const checkReceipt = async (recibo: string): Promise<ReceiptAnswer | undefined> => {
  const where = ambiente.value;
  if (!where) return undefined;
  const what = { method: 'GET', path: paths.receipt(recibo), accept: '*/*' } as const;
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const response = await call(connectionTo(where), what, undefined, patience);
  const isTheCourts =
    response !== undefined && (response.headers.get(GATEWAY_HEADER) ?? 'relayed') === 'relayed';
  noteReach(isTheCourts);
  if (!isTheCourts) return undefined;
  const text = await response.text().catch(() => undefined);
  if (text === undefined) return undefined;
  return {
    ...{ recibo, status: response.status, at: clock.now() },
    text: text.slice(0, MOST_CHARACTERS),
  };
};
