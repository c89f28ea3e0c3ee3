import type { Bytes } from '../base/bytes.ts';
import type { Result } from '../base/result.ts';
import { openPdf, type PdfDocument } from './document.ts';
import { isRef, type PdfDict, type PdfObject, type PdfRef } from './objects.ts';
import { type PageView, pageView } from './page-view.ts';
import { broken, type PdfReadFault, settle } from './refusal.ts';

/** A leaf of the page tree. */
export interface PdfPage {
  ref: PdfRef;
  dict: PdfDict;
  /** Its own entries and, of those that pages inherit, what stands above it (ISO 32000-1 §7.7.3.4). */
  attributes: PdfDict;
}

/** The geometry among the inheritable attributes. */
const INHERITABLE = ['MediaBox', 'CropBox', 'Rotate'];

interface Node {
  entry: PdfObject | undefined;
  inherited: Map<string, PdfObject>;
}

/** The pages in their order (ISO 32000-1 §7.7.3), each read when asked for. Throws `PdfRefusal`. */
export async function* pagesIn(document: PdfDocument): AsyncGenerator<PdfPage> {
  const catalog = await document.catalog();
  const open: Node[] = [{ entry: catalog.entries.get('Pages'), inherited: new Map() }];
  const seen = new Set<PdfDict>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { entry } = node;
    if (!isRef(entry)) throw broken();
    const dict = await document.dict(entry);
    const kids = dict.entries.get('Kids');
    if (kids === undefined) {
      const attributes = new Map([...node.inherited, ...dict.entries]);
      yield { ref: entry, dict, attributes: { kind: 'dict', entries: attributes } };
      continue;
    }
    if (seen.has(dict)) throw broken();
    seen.add(dict);
    const inherited = new Map(node.inherited);
    for (const key of INHERITABLE) {
      const value = dict.entries.get(key);
      if (value !== undefined) inherited.set(key, value);
    }
    for (const kid of (await document.array(kids)).toReversed())
      open.push({ entry: kid, inherited });
  }
}

/** The page with an index from 0; an index beyond the last page means the last. Throws `PdfRefusal`. */
export const pageAt = async (document: PdfDocument, index: number): Promise<PdfPage> => {
  let found: PdfPage | undefined;
  let at = 0;
  for await (const page of pagesIn(document)) {
    found = page;
    if (at++ >= index) break;
  }
  if (found === undefined) throw broken();
  return found;
};

/** Width and height of every page in points, as it is shown: turned and cropped. */
export const pagesOf = (
  pdf: Bytes,
): Promise<Result<Pick<PageView, 'width' | 'height'>[], PdfReadFault>> =>
  settle(async () => {
    const document = await openPdf(pdf);
    const sizes: Pick<PageView, 'width' | 'height'>[] = [];
    for await (const page of pagesIn(document)) {
      const { width, height } = await pageView(document, page.attributes);
      sizes.push({ width, height });
    }
    return sizes;
  });
