import type { Bytes } from '../base/bytes.ts';
import type { Result } from '../base/result.ts';
import type { CoSignFault } from './cms/co-sign.ts';
import type { SignerFault } from './cms/counter-sign.ts';
import type { SignatureLevel } from './cms/signer-info.ts';
import type { SigningHash } from './cms/signing-keys.ts';
import type { AskTimestamp, TimestampFault } from './cms/stamp-signature.ts';
import type { Stamp } from './pdf/stamp.ts';

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

/** How a signature is to be made. */
export interface SigningChoices {
  /** Where absent `AD-RB` for a P7S, and `BES` for a PDF, which common readers verify then. */
  level?: SignatureLevel;
  /** The key's own where absent (DOC-ICP-01.01). */
  hash?: SigningHash;
  /** Asked for a time stamp on the signature (RFC 3161, AD-RT); none is made where absent. */
  timestamp?: AskTimestamp;
}

/**
 * Something that signs: today an imported certificate in the signing worker; later another program.
 * Every method checks its own output before it gives it back.
 */
export interface Signer {
  summary: CertificateSummary;
  /** CAdES P7S around the content, or detached (RFC 5652 §5, ETSI EN 319 122-1). */
  signP7s(content: Blob, choices?: SigningChoices & { detached?: boolean }): Promise<Blob>;
  /** PAdES signature as an incremental update (ISO 32000-1 §12.8, ETSI EN 319 142-1), seen on a page where a stamp is given. */
  signPdf(pdf: Bytes, choices?: SigningChoices & { stamp?: Stamp }): Promise<Bytes>;
}

/** Also signs beside others, and their signatures. */
export interface CoSigner extends Signer {
  /** One more signature on the content of a P7S (RFC 5652 §5.1). */
  coSign(p7s: Blob, choices?: SigningChoices): Promise<Result<Blob, CoSignFault | TimestampFault>>;
  /** A signature of the signature of one signer, by its place in the file, from 0 (RFC 5652 §11.4). */
  counterSign(
    p7s: Blob,
    index: number,
    choices?: Pick<SigningChoices, 'hash'>,
  ): Promise<Result<Blob, SignerFault>>;
}
