import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Rows kept above and below those in view, so that a short scroll shows no gap. */
const MORE = 8;
/** The window moves in steps of this many rows: a scroll of one row need not change anything. */
const STEP = 4;

/** Height of every row, in rem. */
const ROW_REM = 2.25;

/** So much of a column, in px, is the empty edge of its cells. */
const EDGE = 6;

/** Height of a row in px: the person may have a larger letter. */
export const rowHeight = (): number =>
  ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The columns that are in view only in part, at the left and at the right; -1 for none. The first always is in view. */
const cutColumns = (scroller: HTMLElement) => {
  const [first, ...others] = scroller.querySelectorAll<HTMLElement>('.grid-name');
  const left = scroller.scrollLeft + (first?.offsetWidth ?? 0);
  const right = scroller.scrollLeft + scroller.clientWidth;
  const columnOver = (edge: number): number => {
    const isOver = ({ offsetLeft, offsetWidth }: HTMLElement) =>
      offsetLeft + EDGE < edge && edge < offsetLeft + offsetWidth - EDGE;
    const found = others.findIndex(isOver);
    return found < 0 ? -1 : found + 1;
  };
  return { cutLeft: columnOver(left), cutRight: columnOver(right) };
};

const START = { first: 0, end: 32, page: 12, cutLeft: -1, cutRight: -1 };

/**
 * Which rows of equal height are in view of a scroller, from `first` to before `end`, how many a page has, and which
 * columns are cut.
 */
export const useWindow = (scroller: RefObject<HTMLElement | null>, count: number) => {
  const [view, setView] = useState(START);

  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const height = rowHeight();
    const page = Math.ceil(element.clientHeight / height);
    const top = Math.floor(element.scrollTop / height / STEP) * STEP;
    const rows = { first: Math.max(0, top - MORE), end: top + page + STEP + MORE, page };
    const next = { ...rows, ...cutColumns(element) };
    setView((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
  };
  useLayoutEffect(look, [count]);
  useEffect(() => {
    if (!scroller.current) return;
    const observer = new ResizeObserver(look);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  return { ...view, end: Math.min(view.end, count), look };
};
