import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import { conclusionReceiptText, sendReceiptText } from '../../base/pen-receipt-text.ts';

/** `envio`: the platform's, that all components came whole. `conclusao`: the receiver's, that it has the process. */
export type ReceiptKind = 'envio' | 'conclusao';

/** A receipt taken apart. Hashes are base64 of SHA-256, as they stand in it. */
export interface ReceiptContent {
  idt: number;
  nre: string;
  hashes: string[];
  /** The instant it states, in its own words (an epoch in milliseconds is written out). */
  date: string;
  /** The text that was signed, rebuilt from the raw strings. */
  signedText: string;
  /** The signer's chain, in a form nobody documents (pen.md C.2). */
  chain: string;
  /** Base64 of the raw RSA signature, whatever its name says. */
  signature: string;
}

const BODY = { envio: 'reciboDeEnvio', conclusao: 'recibo' } as const;
const DATE = {
  envio: 'dataDeRecebimentoDoUltimoComponenteDigital',
  conclusao: 'dataDeRecebimento',
} as const;

/** Reads the JSON text of a receipt; `undefined` where it is none. */
export const readReceipt = (kind: ReceiptKind, raw: string): ReceiptContent | undefined => {
  const json = parseJson(raw);
  if (!isJsonObject(json)) return undefined;
  const body = json[BODY[kind]];
  if (!isJsonObject(body)) return undefined;
  const IDT = wordOf(body.IDT);
  const NRE = wordOf(body.NRE);
  const date = dateOf(body[DATE[kind]]);
  const hashes = hashesOf(body.hashesDosComponentesDigitais);
  const { cadeiaDoCertificado: chain, hashDaAssinatura: signature } = json;
  if (!IDT || !NRE || !date || !hashes) return undefined;
  // Nothing is escaped in the text that is signed: what could pass for its tags makes it say something else.
  if ([IDT, NRE, date, ...hashes].some((word) => /[<>&]/.test(word))) return undefined;
  if (typeof chain !== 'string' || typeof signature !== 'string') return undefined;
  const signedText =
    kind === 'envio'
      ? sendReceiptText({ IDT, NRE, [DATE.envio]: date, hashes })
      : conclusionReceiptText({ IDT, NRE, [DATE.conclusao]: date, hashes });
  return { idt: Number(IDT), nre: NRE, hashes, date, signedText, chain, signature };
};

const wordOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Version 2 of the service gave an epoch in milliseconds; what was signed is the form of the text (pen.md A.2, row 21). */
const dateOf = (value: Json | undefined): string | undefined =>
  typeof value === 'number' ? instantOf(value) : wordOf(value);

const instantOf = (epoch: number): string | undefined => {
  const at = new Date(epoch);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

const hashesOf = (value: Json | undefined): string[] | undefined =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
