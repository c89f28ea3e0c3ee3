/** What a file says of itself (ISO 19005-1 §6.7.11, -2 and -3 §6.6.4, -4 §6.7.3). */
export interface PdfAFlavour {
  part: 1 | 2 | 3 | 4;
  /** Absent in plain PDF/A-4, and where a file leaves out what its part demands. */
  level?: 'a' | 'b' | 'u' | 'e' | 'f';
}

/** Something in the file that the claimed part, or level, does not allow. */
export type Contradiction =
  /** The header names a version of PDF that the part does not know. */
  | 'wrong-version'
  /** No bytes after the header that mark the file as binary. */
  | 'no-binary-mark'
  | 'no-file-id'
  /** Part 1: cross-reference streams came with PDF 1.5. */
  | 'xref-stream'
  /** Part 1: the metadata have to be readable as they lie in the file. */
  | 'metadata-packed'
  | 'lzw'
  /** Data of a stream lie in another file. */
  | 'external-data'
  /** A file inside: any in part 1, one that is no PDF in parts 2 and 4. */
  | 'embedded-file'
  | 'javascript'
  /** Actions of other kinds that the part forbids: starting programs, sounds, clearing forms, … */
  | 'forbidden-action'
  /** Something that happens by itself, when the document or a page is opened. */
  | 'automatic-action'
  /** Sound, film, 3D. */
  | 'multimedia'
  | 'annotation-without-appearance'
  | 'xfa-form'
  /** The form leaves it to the reader to draw its fields. */
  | 'form-not-drawn'
  | 'fonts-not-embedded'
  /** Colours of a device, and no profile that says which device. */
  | 'no-output-intent'
  /** Colours of a device of another kind than the profile's. */
  | 'other-output-intent'
  /** Part 1 only. */
  | 'transparency'
  /** Part 1 only. */
  | 'layers'
  /** Level A wants the structure of the text marked. */
  | 'not-tagged';

/** What a PDF claims to be, and what was seen that contradicts it; never a validation. */
export interface PdfAClaim {
  /** Absent where the file does not claim to be PDF/A; then nothing else was looked at. */
  claims?: PdfAFlavour;
  contradictions: Contradiction[];
  /** Names of the fonts that are used and not embedded, some of them where there are many. */
  fonts: string[];
}
