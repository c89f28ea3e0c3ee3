import type { PdfDocument } from '../../pdf/document.ts';
import {
  dict,
  isDict,
  isStream,
  type PdfDict,
  type PdfObject,
  type PdfStream,
  type PdfTarget,
} from '../../pdf/objects.ts';
import { ContentReader, type ContentUse, type Work } from './content.ts';

/** What all pages and the appearances of their annotations use. */
export const useOfPages = async (document: PdfDocument, work: Work): Promise<ContentUse> => {
  const reader = new ContentReader(document, work);
  for await (const { page, resources } of pages(document)) {
    await reader.read(await contentsOf(document, page), resources);
    for (const appearance of await appearancesOf(document, page)) {
      const own = await document.resolve(appearance.dict.entries.get('Resources'));
      await reader.read([appearance], isDict(own) ? own : resources);
    }
  }
  return reader.use;
};

/** The leaves of the page tree with their resources, which may be inherited (ISO 32000-1 §7.7.3.4). */
async function* pages(
  document: PdfDocument,
): AsyncGenerator<{ page: PdfDict; resources: PdfDict }> {
  const catalog = await document.catalog();
  const open: { entry: PdfObject | undefined; resources: PdfDict }[] = [
    { entry: catalog.entries.get('Pages'), resources: dict({}) },
  ];
  const seen = new Set<PdfTarget>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const page = await document.resolve(next.entry);
    if (!isDict(page) || seen.has(page)) continue;
    seen.add(page);
    const own = await document.resolve(page.entries.get('Resources'));
    const resources = isDict(own) ? own : next.resources;
    if (!page.entries.has('Kids')) yield { page, resources };
    for (const entry of await document.array(page.entries.get('Kids')))
      open.push({ entry, resources });
  }
}

const streamsIn = async (
  document: PdfDocument,
  entries: Iterable<PdfObject | undefined>,
): Promise<PdfStream[]> => {
  const streams: PdfStream[] = [];
  for (const entry of entries) {
    const stream = await document.resolve(entry);
    if (isStream(stream)) streams.push(stream);
  }
  return streams;
};

const contentsOf = async (document: PdfDocument, page: PdfDict): Promise<PdfStream[]> => {
  const contents = await document.resolve(page.entries.get('Contents'));
  if (isStream(contents)) return [contents];
  return streamsIn(document, Array.isArray(contents) ? contents : []);
};

/** Normal appearances: a stream, or one for each state of a button (ISO 32000-1 §12.5.5). */
const appearancesOf = async (document: PdfDocument, page: PdfDict): Promise<PdfStream[]> => {
  const all: PdfStream[] = [];
  for (const entry of await document.array(page.entries.get('Annots'))) {
    const annotation = await document.resolve(entry);
    const appearance = isDict(annotation)
      ? await document.resolve(annotation.entries.get('AP'))
      : null;
    const normal = isDict(appearance) ? await document.resolve(appearance.entries.get('N')) : null;
    if (isStream(normal)) all.push(normal);
    if (isDict(normal)) all.push(...(await streamsIn(document, normal.entries.values())));
  }
  return all;
};
