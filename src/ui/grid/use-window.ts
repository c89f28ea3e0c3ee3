import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Rows kept above and below those in view, so that a short scroll shows no gap. */
const MORE = 8;
/** The window moves in steps of this many rows: a scroll of one row need not change anything. */
const STEP = 4;

/** Height of every row, in rem. */
const ROW_REM = 2.25;

/** Height of a row in px: the person may have a larger letter. */
export const rowHeight = (): number =>
  ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * Which rows of equal height are in view of a scroller, from `first` to before `end`, and how many a page has.
 * The element's own height is all it asks of the layout.
 */
export const useWindow = (scroller: RefObject<HTMLElement | null>, count: number) => {
  const [view, setView] = useState({ first: 0, end: 32, page: 12 });

  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const height = rowHeight();
    const page = Math.ceil(element.clientHeight / height);
    const top = Math.floor(element.scrollTop / height / STEP) * STEP;
    const next = { first: Math.max(0, top - MORE), end: top + page + STEP + MORE, page };
    setView((now) =>
      now.first === next.first && now.end === next.end && now.page === next.page ? now : next,
    );
  };
  useLayoutEffect(look, [count]);
  useEffect(() => {
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);

  return { ...view, end: Math.min(view.end, count), look };
};
