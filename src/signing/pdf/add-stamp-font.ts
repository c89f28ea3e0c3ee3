import { fromBase64 } from '../../base/bytes.ts';
import { dict, name, type PdfRef } from '../../pdf/objects.ts';
import type { IncrementalUpdate } from '../../pdf/update.ts';
import type { StampFont } from './stamp-font.ts';
import { FIRST_CODE, LAST_CODE } from './stamp-text.ts';

/** ISO 32000-1 §9.8.2. */
const NONSYMBOLIC = 32;

/** The whole font is embedded, as PDF/A wants it (ISO 19005-1 §6.3.4). */
export const addStampFont = (update: IncrementalUpdate, font: StampFont): PdfRef => {
  const file = update.addStream(
    { Length1: font.size, Filter: name('FlateDecode') },
    fromBase64(font.deflated),
  );
  const descriptor = update.newRef();
  update.put(
    descriptor,
    dict({
      Type: name('FontDescriptor'),
      FontName: name(font.name),
      Flags: NONSYMBOLIC,
      FontBBox: [-621, -389, 2800, 1067],
      ItalicAngle: 0,
      Ascent: 1069,
      Descent: -293,
      CapHeight: 714,
      StemV: 80,
      FontFile2: file,
    }),
  );
  const ref = update.newRef();
  update.put(
    ref,
    dict({
      Type: name('Font'),
      Subtype: name('TrueType'),
      BaseFont: name(font.name),
      FirstChar: FIRST_CODE,
      LastChar: LAST_CODE,
      Widths: [...font.widths],
      Encoding: name('WinAnsiEncoding'),
      FontDescriptor: descriptor,
    }),
  );
  return ref;
};
