import type { Bytes } from '../../base/bytes.ts';
import type { Result } from '../../base/result.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import type { CertificateSummary } from '../../signing/signer.ts';
import type { Token } from './token.ts';

/** Signs the court's PDF: the open key, or another program whose signed file the person brought back. */
export interface PdfSigner {
  summary: CertificateSummary;
  means: 'key' | 'elsewhere';
  /** `locked`: the key was forgotten meanwhile. */
  signPdf(pdf: Bytes): Promise<Result<Bytes, PdfFault | 'locked'>>;
}

/** What is unlocked in this tab, for one ambiente and representação. */
export interface Session {
  /** A token that may still be sent. */
  token(): Token | undefined;
  /** The court refused it: not to be given again. */
  tokenRefused(token: Token): void;
  /** The outbox is told that `unlock` is at hand only while there is one, and the person agreed to it. */
  signer(): PdfSigner | undefined;
}

/** Contents by their SHA-256 (lower-case hexadecimal). */
export interface Blobs {
  get(sha256: string): Promise<Blob | undefined>;
  /** Has the content kept by the writing that names it first, and gives its SHA-256. `type`: its media type. */
  put(content: Bytes, type: string): Promise<string>;
}
