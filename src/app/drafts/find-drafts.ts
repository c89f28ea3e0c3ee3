import { openDraft } from '../../draft/history.ts';
import { hasWords, searchTextOf, searchWordsOf } from '../../draft/search-text.ts';
import type { Draft } from '../../draft/types.ts';
import type { Place } from '../../store/draft-lists.ts';
import { stores } from '../stores.ts';

/** Which drafts are looked for. */
export interface DraftQuery {
  /** Whether a draft is one of them, by what can be told without its content. */
  wants(draft: Draft): boolean;
  /** Words that its content must hold. */
  text: string;
}

/**
 * The drafts of an ambiente that a query wants, the newest first. One step looks through one page of them, and may find
 * none; who takes no more steps stops the search.
 */
export async function* findDrafts(
  ambiente: string,
  { wants, text }: DraftQuery,
): AsyncGenerator<Draft[]> {
  const words = searchWordsOf(text);
  let after: Place | undefined;
  do {
    const { drafts, next } = await stores.draftLists.page(ambiente, after);
    const wanted = drafts.filter(wants);
    yield words.length > 0 ? await withWords(wanted, words) : wanted;
    after = next;
  } while (after);
}

const withWords = async (
  drafts: readonly Draft[],
  words: readonly string[][],
): Promise<Draft[]> => {
  const kept = await stores.draftLists.texts(drafts);
  const read = await readTexts(drafts.filter(({ id }) => !kept.has(id)));
  return drafts.filter(({ id }) => hasWords(kept.get(id) ?? read.get(id) ?? '', words));
};

/** The words of drafts that nobody has written yet, out of the drafts themselves. */
const readTexts = async (drafts: readonly Draft[]): Promise<ReadonlyMap<string, string>> => {
  const texts: { draft: Draft; text: string }[] = [];
  // One after the other: a whole payroll may lie in each.
  for (const { id } of drafts) texts.push(...(await textOf(id)));
  if (texts.length > 0) await stores.draftLists.saveTexts(texts);
  return new Map(texts.map(({ draft, text }) => [draft.id, text]));
};

/** Nothing of a draft that cannot be read, which keeps nobody from the others. */
const textOf = async (id: string): Promise<{ draft: Draft; text: string }[]> => {
  const stored = await stores.drafts.load(id).catch(() => undefined);
  if (!stored) return [];
  const { document } = openDraft(stored.snapshot, stored.changes);
  return [{ draft: stored.draft, text: searchTextOf(document) }];
};
