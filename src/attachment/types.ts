import type { Result } from '../base/result.ts';
import type { PdfReadFault } from '../pdf/refusal.ts';
import type { PdfAClaim } from './pdfa/types.ts';

/** What a file is by its first bytes, never by its name. */
export type FileKind = 'pdf' | 'p7s' | 'png' | 'jpeg' | 'other';

/** A file at rest: bytes are kept by their SHA-256, records only refer to them. */
export interface StoredFile {
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** Name to show and to send, as chosen by the person. */
  name: string;
  kind: FileKind;
}

/** A file that already bears its signature, made here or by another program and verified here. */
export interface SignedFile {
  /** The P7S or the signed PDF; the chosen file itself where that was signed already. */
  file: StoredFile;
  /** Name of the certificate's holder. */
  signer: string;
  /** When it was signed, as the signature claims; else when it was verified here. Epoch ms UTC. */
  at: number;
}

/**
 * What stands behind a file field of a draft. The field holds `id`, so that the offline report sees a
 * well-formed `arquivo-ged`; the court's own id takes its place only in the body that is sent.
 */
export interface Attachment {
  /** Local UUID v4. */
  id: string;
  draftId: string;
  chosen: StoredFile;
  signed?: SignedFile;
  /** Of a PDF, or of what a P7S envelops: what it claims of PDF/A, or why it could not be read; looked at when it was chosen. */
  pdfa?: Result<PdfAClaim, PdfReadFault>;
}
