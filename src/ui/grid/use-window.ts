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
/** Numbers end at the right: in so much of a column, in rem, they are whole even where its left is covered. */
const NUMBER_REM = 8.5;

/** Px in a rem: the person may have a larger letter. */
const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Height of a row in px. */
const rowHeight = (): number => ROW_REM * rem();

/** The columns whose numbers are not whole in view, at the left and at the right; -1 for none. The first never moves. */
const cutColumns = (scroller: HTMLElement) => {
  const [first, ...others] = scroller.querySelectorAll<HTMLElement>('.grid-name');
  const left = scroller.scrollLeft + (first?.offsetWidth ?? 0);
  const right = scroller.scrollLeft + scroller.clientWidth;
  const room = NUMBER_REM * rem();
  const columnWhere = (isCut: (start: number, end: number) => boolean): number => {
    const found = others.findIndex(({ offsetLeft, offsetWidth }) =>
      isCut(offsetLeft, offsetLeft + offsetWidth),
    );
    return found < 0 ? -1 : found + 1;
  };
  return {
    cutLeft: columnWhere((start, end) => start + EDGE < left && left < end && end - left < room),
    cutRight: columnWhere((start, end) => start < right && right < end - EDGE),
  };
};

/** Height of a row of another list than the grid, whose rows are all as high as the first; px. */
export const firstRowHeight = (scroller: HTMLElement): number =>
  scroller.querySelector<HTMLElement>('[data-row]')?.offsetHeight || rowHeight();

const START = { first: 0, end: 32, page: 12, cutLeft: -1, cutRight: -1 };

/**
 * Which rows of equal height are in view of a scroller, from `first` to before `end`, how many a page has, and which
 * columns are cut.
 */
export const useWindow = (
  scroller: RefObject<HTMLElement | null>,
  count: number,
  heightIn: (scroller: HTMLElement) => number = rowHeight,
) => {
  const [view, setView] = useState(START);

  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const height = heightIn(element);
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
