import type { Bytes } from '../base/bytes.ts';

/** How a file becomes a signed file: one P7S enveloping it, or a signature inside the PDF. */
export type SignatureForm = 'p7s' | 'pdf';

/** Who a certificate belongs to, read from the certificate alone. */
export interface Holder {
  /** Common name without a trailing `:CPF`. */
  name: string;
  /** 11 digits; absent where the certificate names none (a company's CNPJ alone, a server). */
  cpf?: string;
  /** 14 characters; since July 2026 the first twelve may be letters. */
  cnpj?: string;
  /** Who answers for a company, where its certificate says so (the profile before Resolução CG ICP-Brasil 211). */
  responsible?: { name: string; cpf?: string };
}

/** What is shown of a certificate and kept on disk; nothing of a key. */
export interface CertificateSummary {
  holder: Holder;
  issuer: string;
  /** Epoch ms UTC. */
  notBefore: number;
  /** Epoch ms UTC. */
  notAfter: number;
  /** SHA-256 of the DER certificate, lower-case hexadecimal. */
  fingerprint: string;
}

/**
 * Something that signs: today an imported certificate in the signing worker; later another program.
 * Every method verifies its own output before it gives it back.
 */
export interface Signer {
  summary: CertificateSummary;
  /** CAdES-BES attached P7S around the content (RFC 5652 §5, RFC 5126 §4.3.1). */
  signP7s(content: Blob): Promise<Blob>;
  /** PAdES signature as an incremental update (ISO 32000-1 §12.8, ETSI EN 319 142-1). */
  signPdf(pdf: Bytes): Promise<Bytes>;
}
