import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place, Selection } from './selection.ts';

const START: Place = { row: 0, column: 1 };

/** The chosen cells of a table of so many rows; the active one takes the focus when it is chosen. */
export const useSelection = (root: RefObject<HTMLElement | null>, count: number) => {
  const [chosen, setChosen] = useState<Selection>({ active: START, anchor: START });
  const focusNext = useRef<'here' | 'in-view' | undefined>(undefined);

  useLayoutEffect(() => {
    const wish = focusNext.current;
    focusNext.current = undefined;
    const cell = wish && root.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (!cell || cell.contains(document.activeElement)) return;
    cell.focus({ preventScroll: true });
    if (wish === 'in-view') cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  // Rows may have gone since.
  const within = ({ row, column }: Place): Place => ({ row: Math.min(row, count - 1), column });
  const selection: Selection = { active: within(chosen.active), anchor: within(chosen.anchor) };
  return {
    selection,
    active: selection.active,
    /** `here`: under the mouse nothing may move. */
    choose: (active: Place, anchor: Place = active, focus: 'here' | 'in-view' = 'in-view') => {
      focusNext.current = focus;
      setChosen({ active, anchor });
    },
    /** Gives the focus back to the active cell. */
    focusAgain: () => {
      focusNext.current = 'in-view';
      setChosen({ ...selection });
    },
  };
};

export type Choosing = ReturnType<typeof useSelection>;
