import type { Bytes } from '../base/bytes.ts';
import { isWhole, type PdfDict } from './objects.ts';
import { broken, PdfRefusal } from './refusal.ts';
import type { Budget } from './stream-data.ts';
import { mostObjects, readXrefSection, type XrefEntry, type XrefSection } from './xref-section.ts';

/** All sections of a file put together, the newest first. */
export interface Xref {
  /** Of the newest section: an update has to continue in it (ISO 32000-1 §7.5.8.4). */
  form: XrefSection['form'];
  trailer: PdfDict;
  /** Offset of the newest section. */
  offset: number;
  entries: Map<number, XrefEntry>;
  /** Offsets of the streams among all sections: nothing else in the file is a cross-reference, whatever it says. */
  streams: Set<number>;
}

/** Acrobat's rule, which others follow: `%%EOF` stands in the last 1024 bytes. */
const TAIL = 1024;
const LAST_LINES = /startxref[\0\s]+(\d{1,15})[\0\s]+%%EOF/g;

/**
 * Reads the chain of sections from the last `startxref` along `/Prev`. Sections of an honest file do
 * not overlap; in a hostile one they could, and reading would take the square of its length.
 */
export const readXref = async (bytes: Bytes, budget: Budget): Promise<Xref> => {
  const offset = findStartXref(bytes);
  const newest = await readXrefSection(bytes, offset, budget);
  const entries = new Map<number, XrefEntry>();
  const streams = new Set<number>();
  const seen = new Set([offset]);
  let unread = bytes.length;
  for (let section = newest; ; ) {
    unread -= section.size;
    if (unread < 0) throw broken();
    if (section.trailer.entries.has('Encrypt')) throw new PdfRefusal('pdf-encrypted');
    for (const each of section.streams) streams.add(each);
    for (const [number, entry] of section.entries)
      if (!entries.has(number)) entries.set(number, entry);
    if (entries.size > mostObjects(bytes)) throw broken();
    const previous = section.trailer.entries.get('Prev');
    if (previous === undefined) break;
    if (!isWhole(previous) || seen.has(previous)) throw broken();
    seen.add(previous);
    section = await readXrefSection(bytes, previous, budget);
  }
  return { form: newest.form, trailer: newest.trailer, offset, entries, streams };
};

const findStartXref = (bytes: Bytes): number => {
  const tail = bytes.subarray(-2 * TAIL);
  const text = Array.from(tail, (byte) => String.fromCharCode(byte)).join('');
  const last = [...text.matchAll(LAST_LINES)].at(-1);
  if (last === undefined || last.index + last[0].length < text.length - TAIL) throw broken();
  return Number(last[1]);
};
