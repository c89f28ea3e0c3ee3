import type { Bytes } from '../../base/bytes.ts';
import { openPdf, type PdfDocument } from '../../pdf/document.ts';
import { isDict, isStream, type PdfDict } from '../../pdf/objects.ts';
import { settle } from '../../pdf/refusal.ts';
import { type Budget, decodeStream } from '../../pdf/stream-data.ts';

/** What a PDF keeps for the verification of its signatures, DER; nothing vouches for it. */
export interface SecurityStore {
  certificates: Bytes[];
  crls: Bytes[];
  ocspResponses: Bytes[];
}

/** As much as 250 lists of revoked certificates of the usual size. */
const MAX_BYTES = 64 * 1024 * 1024;
const MOST_ITEMS = 500;

const EMPTY: SecurityStore = { certificates: [], crls: [], ocspResponses: [] };

/**
 * Reads the DSS of a PDF (ETSI EN 319 142-1 §5.4.2.2): the lists for the whole document, of which those for single
 * signatures are a choice. One that is broken, or without measure, counts as empty.
 */
export const readSecurityStore = async (pdf: Bytes): Promise<SecurityStore> => {
  const read = await settle(async () => {
    const document = await openPdf(pdf);
    const catalog = await document.catalog();
    const store = await document.resolve(catalog.entries.get('DSS'));
    return isDict(store) ? readLists(document, store) : EMPTY;
  });
  return read.ok ? read.value : EMPTY;
};

const readLists = async (document: PdfDocument, store: PdfDict): Promise<SecurityStore> => {
  const budget = { left: MAX_BYTES };
  const list = (key: string) => readStreams(document, store, key, budget);
  return {
    certificates: await list('Certs'),
    crls: await list('CRLs'),
    ocspResponses: await list('OCSPs'),
  };
};

const readStreams = async (
  document: PdfDocument,
  store: PdfDict,
  key: string,
  budget: Budget,
): Promise<Bytes[]> => {
  const items = await document.array(store.entries.get(key));
  const found: Bytes[] = [];
  for (const item of items.slice(0, MOST_ITEMS)) {
    const stream = await document.resolve(item);
    if (isStream(stream)) found.push(await decodeStream(stream, budget));
  }
  return found;
};
