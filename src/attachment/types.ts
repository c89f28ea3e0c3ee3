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
