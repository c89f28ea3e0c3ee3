/** What the screens need to know of trâmites. */
export type { Situacao } from '../../base/situacao.ts';
export type { MotivoDaRecusa } from '../../protocol/pen/messages.ts';
export type { PersonsWord } from '../../protocol/pen/receive-progress.ts';
export type { PenEntry } from '../../protocol/pen/types.ts';
export type { ReceiptKind } from '../../receipt/pen/read-receipt.ts';
export type { KeptReceipt, ReceiptVerdict, Tramite } from '../../receipt/pen/tramite.ts';
export type { PenPlace } from '../../store/pen-lists.ts';
export type { PenPage } from '../../store/pen-records.ts';
