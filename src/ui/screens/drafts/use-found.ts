import { useEffect, useMemo, useRef } from 'preact/hooks';
import {
  type DraftQuery,
  type DraftSearch,
  type Found,
  searchDrafts,
} from '../../../app/drafts/search-drafts.ts';
import { ambiente, draftsWritten } from '../../../app/state.ts';

/**
 * What is found of the drafts of the ambiente in use, anew when some were written. Another query drops the search for the
 * former. `query` stays the same object while nothing of it changes; `count`: how many are looked for at first.
 */
export const useFound = (query: DraftQuery, count: number): Found & { search: DraftSearch } => {
  const where = ambiente.value?.id ?? '';
  const written = draftsWritten.value;
  const search = useMemo(() => searchDrafts(where, query), [where, query, written]);
  useEffect(() => {
    void search.more(count);
    return search.stop;
  }, [search]);
  const shown = useRef<{ query: DraftQuery; found: Found }>(undefined);
  const found = search.found.value;
  // Until something is found again, what was found before drafts were written stays on the screen.
  const isBeginning = found.state === 'searching' && found.drafts.length === 0;
  if (!isBeginning || shown.current?.query !== query) shown.current = { query, found };
  return { ...shown.current.found, search };
};
