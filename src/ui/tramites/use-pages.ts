import { useEffect, useState } from 'preact/hooks';
import type { PenPage, PenPlace } from '../../app/pen/types.ts';

type ReadPage<Record> = (after?: PenPlace) => Promise<PenPage<Record>>;

/** As many pages as were asked for, read again when one of `written` changes; `read` stays the same function. */
export const usePages = <Record>(read: ReadPage<Record>, written: readonly unknown[]) => {
  const [pages, setPages] = useState(1);
  const [state, setState] = useState<{ found?: Record[]; hasMore: boolean }>({ hasMore: false });
  useEffect(() => {
    let isWanted = true;
    void readPages(read, pages).then((found) => isWanted && setState(found));
    return () => {
      isWanted = false;
    };
  }, [read, pages, ...written]);
  return { ...state, more: () => setPages(pages + 1) };
};

const readPages = async <Record>(read: ReadPage<Record>, pages: number) => {
  const found: Record[] = [];
  let after: PenPlace | undefined;
  for (let page = 0; page < pages; page++) {
    const next = await read(after);
    found.push(...next.found);
    after = next.next;
    if (!after) break;
  }
  return { found, hasMore: after !== undefined };
};
