import type { FileKind } from './types.ts';

/** How many bytes of a file tell what it is: readers look for `%PDF-` so far (ISO 32000-1 Annex H, note 13). */
export const HEAD_BYTES = 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** OBJECT IDENTIFIER 1.2.840.113549.1.7.2, signedData (RFC 5652 §5.1). */
const SIGNED_DATA = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
/** Programs and archives: a `%PDF-` further in does not make them a document. */
const NEVER_PDF = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
];

const bytesAt = (head: Uint8Array, offset: number, wanted: number[]) =>
  wanted.every((byte, index) => head[offset + index] === byte);

/** A SEQUENCE, DER or of indefinite length (BER), whose first element is the OID of SignedData. */
const isSignedData = (head: Uint8Array): boolean => {
  const [tag, length = 0] = head;
  const lengthBytes = length > 0x80 ? length - 0x80 : 0;
  return tag === 0x30 && bytesAt(head, 2 + lengthBytes, SIGNED_DATA);
};

const holdsPdfHeader = (head: Uint8Array): boolean =>
  !NEVER_PDF.some((magic) => bytesAt(head, 0, magic)) &&
  head.some((_, offset) => bytesAt(head, offset, PDF));

/** What a file is, by its first `HEAD_BYTES` bytes. */
export const kindOf = (head: Uint8Array): FileKind => {
  if (bytesAt(head, 0, PNG)) return 'png';
  if (bytesAt(head, 0, JPEG)) return 'jpeg';
  if (isSignedData(head)) return 'p7s';
  return holdsPdfHeader(head) ? 'pdf' : 'other';
};
