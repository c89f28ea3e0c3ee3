import { type Bytes, fromBase64, toBase64 } from '../../base/bytes.ts';

type PemLabel = 'CERTIFICATE' | 'PRIVATE KEY' | 'X509 CRL' | 'PKCS7';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;

/** The DER bytes of every block with this label in a PEM text, in order (RFC 7468). */
export const fromPem = (text: string, label: PemLabel = 'CERTIFICATE'): Bytes[] =>
  [...text.matchAll(BLOCK)]
    .filter((block) => block[1] === label)
    .map((block) => fromBase64(block[2] ?? ''));

/** One PEM block, ending with a line feed (RFC 7468). */
export const toPem = (der: Bytes, label: PemLabel = 'CERTIFICATE'): string => {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
};
