import { type Bytes, fromBase64, toBase64, utf8 } from '../../../src/base/bytes.ts';
import { conclusionReceiptText, sendReceiptText } from '../../../src/base/pen-receipt-text.ts';
import { readCertificate } from '../../../src/signing/certificate/certificate.ts';
import { fromPem } from '../../../src/signing/certificate/pem.ts';
import type { PenHolderId, PenIdentity } from '../demo/pen-holders.ts';
import type { PenBodyId } from './bodies.ts';
import type { Tramite } from './tramite.ts';

const RSA_SHA256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Who signs receipts at the platform, and who judges those of bodies. */
export interface PenSigner {
  /** `GET tramites/{IDT}/recibo-de-envio`, signed with the Barramento's own key. */
  sendReceipt(tramite: Tramite): Promise<object>;
  /** Whether the receiver's certificate made this signature (base64) over the text of pen.md C.2. */
  holds(tramite: Tramite, dataDeRecebimento: string, hashDaAssinatura: string): Promise<boolean>;
  /** A text signed with a body's key, base64; for bodies that answer by themselves. */
  signFor(body: PenBodyId, text: string): Promise<string>;
  /** PEM, the body's own certificate first. */
  chainOf(body: PenBodyId): string;
}

const leafOf = (pem: string): Bytes => {
  const [leaf] = fromPem(pem);
  if (!leaf) throw new Error('a demo body has no certificate');
  return leaf;
};

const publicKeyOf = async (pem: string): Promise<CryptoKey> => {
  const certificate = readCertificate(leafOf(pem));
  if (!certificate) throw new Error('the certificate of a demo body is damaged');
  return crypto.subtle.importKey('spki', certificate.publicKey.spki, RSA_SHA256, false, ['verify']);
};

const privateKeyOf = async (pem: string): Promise<CryptoKey> => {
  const [pkcs8] = fromPem(pem, 'PRIVATE KEY');
  if (!pkcs8) throw new Error('a demo body has no key');
  return crypto.subtle.importKey('pkcs8', pkcs8, RSA_SHA256, false, ['sign']);
};

const signatureOver = async (key: CryptoKey, text: string): Promise<string> =>
  toBase64(new Uint8Array(await crypto.subtle.sign(RSA_SHA256, key, utf8(text))));

const bytesOfBase64 = (text: string): Bytes | undefined => {
  try {
    return fromBase64(text);
  } catch {
    return undefined;
  }
};

export const createPenSigner = async (
  identities: Record<PenHolderId, PenIdentity>,
): Promise<PenSigner> => {
  const { certificate: cadeiaDoCertificado, key } = identities.barramento;
  const privateKey = await privateKeyOf(key);
  return {
    sendReceipt: async ({ idt: IDT, nre: NRE, asked, arrivedAt }) => {
      const date = { dataDeRecebimentoDoUltimoComponenteDigital: arrivedAt };
      const text = sendReceiptText({ IDT, NRE, ...date, hashes: asked });
      return {
        reciboDeEnvio: { IDT, NRE, ...date, hashesDosComponentesDigitais: asked.toSorted() },
        cadeiaDoCertificado,
        hashDaAssinatura: await signatureOver(privateKey, text),
      };
    },
    holds: async (
      { idt: IDT, nre: NRE, receiver, toFetch: hashes },
      dataDeRecebimento,
      hashDaAssinatura,
    ) => {
      const signature = bytesOfBase64(hashDaAssinatura);
      if (!signature) return false;
      const text = conclusionReceiptText({ IDT, NRE, dataDeRecebimento, hashes });
      const publicKey = await publicKeyOf(identities[receiver].certificate);
      return crypto.subtle.verify(RSA_SHA256, publicKey, signature, utf8(text));
    },
    signFor: async (body, text) => signatureOver(await privateKeyOf(identities[body].key), text),
    chainOf: (body) => identities[body].certificate,
  };
};
