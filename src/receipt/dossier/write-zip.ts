import { directoryOf, endRecord, localHeader, type ZipEntry } from './zip-format.ts';

/** A file of a ZIP with its content. */
export interface ZipMember extends ZipEntry {
  content: Blob;
}

/** The one ZIP of these files in this order; the contents are referred to, not copied. */
export const writeZip = (members: readonly ZipMember[]): Blob => {
  const { bytes, offset } = directoryOf(members);
  return new Blob(
    [
      ...members.flatMap((member) => [localHeader(member), member.content]),
      bytes,
      endRecord(members.length, bytes.length, offset),
    ],
    { type: 'application/zip' },
  );
};
