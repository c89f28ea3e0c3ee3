import { fromBase64, toBase64, utf8 } from '../../../src/base/bytes.ts';
import { isJsonObject, type Json } from '../../../src/base/json.ts';
import {
  type ConclusionReceipt,
  conclusionReceiptText,
} from '../../../src/base/pen-receipt-text.ts';

const SHA256 = /^[A-Za-z0-9+/]{43}=$/;
const NRE = /^[0-9]{16}$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Reads what a receipt is to say; `undefined` where it is anything else than a receipt says. */
export const readReceipt = (given: Json | undefined): ConclusionReceipt | undefined => {
  if (!isJsonObject(given)) return undefined;
  const { IDT, NRE: nre, dataDeRecebimento, hashes } = given;
  if (typeof IDT !== 'number' || !Number.isSafeInteger(IDT) || IDT < 0) return undefined;
  if (typeof nre !== 'string' || !NRE.test(nre)) return undefined;
  if (typeof dataDeRecebimento !== 'string' || !DATE.test(dataDeRecebimento)) return undefined;
  if (!Array.isArray(hashes) || !hashes.every(isHash)) return undefined;
  return { IDT, NRE: nre, dataDeRecebimento, hashes };
};

const isHash = (value: Json): value is string => typeof value === 'string' && SHA256.test(value);

const derOf = (pem: string) => fromBase64(pem.replace(/-----[^-]+-----/g, ''));

/** Signs the text of a conclusion receipt (RSASSA-PKCS1-v1_5, SHA-256), base64. `key`: PEM, PKCS#8, RSA. */
export const signReceipt = async (receipt: ConclusionReceipt, key: string): Promise<string> => {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('pkcs8', derOf(key), algorithm, false, ['sign']);
  const text = utf8(conclusionReceiptText(receipt));
  return toBase64(new Uint8Array(await crypto.subtle.sign(algorithm, imported, text)));
};
