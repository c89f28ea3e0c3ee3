import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type DraftQuery, type Found, searchDrafts } from '../../../app/drafts/search-drafts.ts';
import { representacaoInUse } from '../../../app/session/represented.ts';
import { ambiente, draftsWritten } from '../../../app/state.ts';

/** What a list of drafts shows. */
interface FoundDrafts extends Found {
  more: () => void;
  stop: () => void;
  /** Drafts were written since, and the list goes on as it was until `renew`. */
  isOutdated: boolean;
  /** Looks again, for as many as there are in the list. */
  renew: () => void;
}

/**
 * What is found of the drafts of the ambiente in use. Another query drops the search for the former. When drafts are
 * written, a search goes on to its end, and a list for which more was asked stays until it is renewed; else it is searched
 * anew. `query` stays the same object while nothing of it changes; `count`: how many are looked for at a time.
 */
export const useFound = (query: DraftQuery, count: number): FoundDrafts => {
  const where = ambiente.value?.id ?? '';
  const written = draftsWritten.value;
  const [known, setKnown] = useState(written);
  const inUse = representacaoInUse.value;
  const search = useMemo(() => searchDrafts(where, query), [where, query, known, inUse]);
  const shown = useRef<{ query: DraftQuery; found: Found }>(undefined);
  /** The query for which more was asked. */
  const prolonged = useRef<DraftQuery>(undefined);
  const isLong = prolonged.current === query;
  useEffect(() => {
    const before = isLong ? (shown.current?.found.drafts.length ?? 0) : 0;
    void search.more(Math.max(count, before));
    return search.stop;
  }, [search]);
  const found = search.found.value;
  const renew = () => setKnown(draftsWritten.value);
  const isWritten = written !== known;
  const mayRenew = found.state !== 'searching' && !isLong;
  useEffect(() => {
    if (isWritten && mayRenew) renew();
  }, [isWritten, mayRenew]);
  // Until as much is found again, what was found before stays on the screen.
  const { current } = shown;
  const isBehind =
    found.state === 'searching' && found.drafts.length < (current?.found.drafts.length ?? 0);
  if (!isBehind || current?.query !== query) shown.current = { query, found };
  const more = () => {
    prolonged.current = query;
    void search.more(count);
  };
  return {
    ...(shown.current?.found ?? found),
    more,
    stop: search.stop,
    isOutdated: isWritten && isLong,
    renew,
  };
};
