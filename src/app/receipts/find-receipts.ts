import { isUuid } from '../../base/ids.ts';
import { isJsonObject, parseJson } from '../../base/json.ts';
import { folded } from '../../base/text-comparison.ts';
import { hasWords, searchTextOf, searchWordsOf } from '../../draft/search-text.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { stores } from '../stores.ts';

type Filter = Parameters<typeof stores.courtDeliveries.page>[0];

/** Which receipts are looked for. */
export interface ReceiptQuery {
  filter: Filter;
  /** Words that must stand in what is said of a delivery, or in its content. */
  text: string;
  /** What a list says of a delivery: its layout, its month. */
  saidOf(delivery: CourtDelivery): string;
}

/**
 * The deliveries whose receipts a query wants, the latest period first. One step looks through one page of them, and may
 * find none; who takes no more steps stops the search.
 */
export async function* findReceipts(query: ReceiptQuery): AsyncGenerator<CourtDelivery[]> {
  const { filter, text } = query;
  if (isUuid(text.trim())) {
    const named = await stores.courtDeliveries.byRecibo(text.trim().toLowerCase());
    yield named && isOwn(named, filter) ? [named] : [];
    return;
  }
  const words = searchWordsOf(text);
  for await (const page of stores.courtDeliveries.pages(filter)) {
    yield words.length > 0 ? await withWords(page, words, query.saidOf) : page;
  }
}

/** Contents read at a time: one by one the disk is waited for, and of payrolls fifty would be too many to hold. */
const AT_A_TIME = 10;

/** Whether a delivery is of the ambiente, and of the representação, that is looked through. */
const isOwn = ({ ambiente, representacao }: CourtDelivery, filter: Filter): boolean =>
  ambiente === filter.ambiente && (filter.representacao ?? representacao) === representacao;

const withWords = async (
  deliveries: readonly CourtDelivery[],
  words: readonly string[][],
  saidOf: ReceiptQuery['saidOf'],
): Promise<CourtDelivery[]> => {
  const hasThem = async (delivery: CourtDelivery): Promise<boolean> => {
    const { recibo, courtId } = delivery;
    const said = folded(`${recibo} ${courtId} ${saidOf(delivery)}`);
    const rest = words.filter((forms) => !hasWords(said, [forms]));
    return rest.length === 0 || hasWords(await contentText(delivery), rest);
  };
  const found: CourtDelivery[] = [];
  for (let next = 0; next < deliveries.length; next += AT_A_TIME) {
    const some = deliveries.slice(next, next + AT_A_TIME);
    const have = await Promise.all(some.map(hasThem));
    found.push(...some.filter((_, index) => have[index]));
  }
  return found;
};

/** What the content we hold says; nothing where it cannot be read, which keeps nobody from the others. */
const contentText = async ({ contents }: CourtDelivery): Promise<string> => {
  const held = await stores.deliveries.load(contents.at(-1) ?? '').catch(() => undefined);
  const content = held && parseJson(held.body.text);
  return isJsonObject(content) ? searchTextOf(content) : '';
};
