/** The line and the history of a trâmite, for the screens. */
export {
  historyOf,
  stationsOf,
  type TramiteEvent,
} from '../../receipt/pen/history.ts';
export { givenReceiptXml, RECEIPT_FILE_NAMES, receiptXml } from '../../receipt/pen/receipt-xml.ts';
