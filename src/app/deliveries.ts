import { type PrintView, printView } from '../receipt/print-view.ts';
import type { Delivery } from '../receipt/types.ts';
import { ambientes } from './state.ts';
import { stores } from './stores.ts';

export type { PrintView } from '../receipt/print-view.ts';
export type { Statement } from '../receipt/statement.ts';
export type { Delivery } from '../receipt/types.ts';

/** A delivery with its contents, which the list of all of them lacks. */
export const wholeDelivery = (id: string): Promise<Delivery | undefined> =>
  stores.deliveries.load(id);

/** What the receipt of a delivery shows; `undefined` where its environment is no longer known. */
export const receiptOf = (delivery: Delivery): PrintView | undefined => {
  const where = ambientes.value.find(({ id }) => id === delivery.ambiente);
  return where && printView(delivery, where);
};

/** A kept file by its SHA-256, such as a homologation PDF. */
export const keptFile = (sha256: string): Promise<Blob | undefined> => stores.files.get(sha256);
