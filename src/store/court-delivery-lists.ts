import type { CourtDelivery, DeliveryState } from '../receipt/court-delivery.ts';
import type { Sealed } from './codec.ts';

/** Which deliveries a list shows; what is not named may be anything. */
export interface DeliveryFilter {
  ambiente: string;
  representacao?: number | undefined;
  spc?: string | undefined;
  /** Only with `spc`. */
  slp?: string | undefined;
  ano?: number | undefined;
  /** 1–12; only with `ano`. */
  mes?: number | undefined;
  state?: DeliveryState | 'taken-in' | undefined;
}

/** Where a delivery stands in every list that has it: the latest period first, then the latest delivered. */
export type DeliveryPlace = [period: number, age: number, courtId: number];

/** One way to ask for it: [ambiente, representação, spc, slp, state, …place]; 0 and '' stand for any. */
export type DeliveryListKey = [string, number, string, string, string, ...DeliveryPlace];

/** A delivery as it lies on disk: by what stands beside its record, in clear, lists find it. */
export interface ListedCourtDelivery extends Sealed<CourtDelivery> {
  /** One key for each combination of its marks that a list may ask for. */
  lists: DeliveryListKey[];
  /** Its recibo, and its contents' ids. */
  uuids: string[];
}

/** `gone` before `differs` before `homologated`: what is no longer so is not said. */
export const deliveryState = ({ goneAt, look, confirmedAt }: CourtDelivery): DeliveryState => {
  if (goneAt !== undefined) return 'gone';
  if (look?.differs !== undefined) return 'differs';
  return confirmedAt === undefined ? 'pending' : 'homologated';
};

/** Months since the year 0, negative: keys come in ascending order. */
const periodOf = (ano: number, mes: number): number => -(ano * 12 + mes - 1);

export const placeOf = ({ ano, mes, deliveredAt, courtId }: CourtDelivery): DeliveryPlace => [
  periodOf(ano, mes),
  -deliveredAt,
  courtId,
];

/** A delivery's record with what its indexes need. */
export const listedDelivery = (
  delivery: CourtDelivery,
  sealed: Sealed<CourtDelivery>,
): ListedCourtDelivery => {
  const { ambiente, representacao, spc, slp, origin, recibo, contents } = delivery;
  const states = ['', deliveryState(delivery), ...(origin === 'taken-in' ? [origin] : [])];
  const layouts = [
    ['', ''],
    [spc, ''],
    [spc, slp],
  ] as const;
  const place = placeOf(delivery);
  return {
    ...sealed,
    lists: [0, representacao].flatMap((owner) =>
      layouts.flatMap(([accounts, layout]) =>
        states.map(
          (state): DeliveryListKey => [ambiente, owner, accounts, layout, state, ...place],
        ),
      ),
    ),
    uuids: [recibo, ...contents],
  };
};

/** Where the deliveries of a filter lie in the index `lists`; `after`: only those behind this place. */
export const rangeOf = (filter: DeliveryFilter, after?: DeliveryPlace): IDBKeyRange => {
  const { ambiente, representacao = 0, spc = '', slp = '', ano, mes, state = '' } = filter;
  const marks = [ambiente, representacao, spc, slp, state];
  const first = ano === undefined ? [] : [periodOf(ano, mes ?? 12)];
  const last = ano === undefined ? [] : [periodOf(ano, mes ?? 1)];
  return IDBKeyRange.bound([...marks, ...(after ?? first)], [...marks, ...last, []], true);
};
