import { conclusionReceiptText } from '../../base/pen-receipt-text.ts';
import { type ReceiptKind, readReceipt } from './read-receipt.ts';
import type { GivenReceipt, Tramite } from './tramite.ts';

/** The names under which the manual has receipts saved. */
export const RECEIPT_FILE_NAMES: Record<ReceiptKind, string> = {
  envio: 'recibo_de_envio_do_tramite.xml',
  conclusao: 'recibo_de_conclusao_do_tramite.xml',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A receipt as a file: the signed text as it stands, then certificate and signature as the SEI module writes them, under
 * one root so that it can be opened. `undefined` where the JSON text is no receipt.
 */
export const receiptXml = (kind: ReceiptKind, raw: string): string | undefined => {
  const receipt = readReceipt(kind, raw);
  if (!receipt) return undefined;
  const { signedText, chain, signature } = receipt;
  return [
    '<reciboAssinado>',
    signedText,
    `<cadeiaDoCertificado>${escaped(chain)}</cadeiaDoCertificado>`,
    `<hashDaAssinatura>${escaped(signature)}</hashDaAssinatura>`,
    '</reciboAssinado>\n',
  ].join('');
};

/** The receipt this body gave as a file: the text the gateway signed, rebuilt, and the signature. The key is the body's own. */
export const givenReceiptXml = (
  { idt, nre }: Pick<Tramite, 'idt' | 'nre'>,
  { dataDeRecebimento, hashes, hashDaAssinatura }: GivenReceipt,
): string =>
  [
    '<reciboAssinado>',
    conclusionReceiptText({ IDT: idt, NRE: nre, dataDeRecebimento, hashes }),
    `<hashDaAssinatura>${escaped(hashDaAssinatura)}</hashDaAssinatura>`,
    '</reciboAssinado>\n',
  ].join('');
