import { useState } from 'preact/hooks';
import { isSending, sending } from '../../../app/bulk/send-state.ts';
import type { Draft } from '../../../app/drafts/search-drafts.ts';
import {
  isSelectable,
  selectDrafts,
  selectedDrafts,
  unselectDrafts,
} from '../../../app/drafts/selected-drafts.ts';
import { SendProgress } from '../../bulk/send-progress.tsx';
import { Button } from '../../parts/button.tsx';
import { prepareText as text } from '../../text/rascunhos.ts';
import { PrepareSheet } from './prepare-sheet.tsx';

/** What can be done with the drafts that were selected, or how to select them; `shown`: those in the list. */
export const SelectionBar = ({ shown }: { shown: readonly Draft[] }) => {
  const [isAsking, setAsking] = useState(false);
  // What came to its end before the list was opened was told then.
  const [told] = useState(isSending.value ? undefined : sending.value);
  const selected = [...selectedDrafts.value.values()];
  const others = shown.filter((each) => isSelectable(each) && !selectedDrafts.value.has(each.id));
  const everything = others.length > 0 && (
    <Button look="quiet" onClick={() => selectDrafts(others)}>
      {text.selectAll(selected.length + others.length)}
    </Button>
  );
  return (
    <>
      {selected.length === 0 ? (
        everything
      ) : (
        <section class="selection-bar actions" aria-label={text.bar}>
          <strong role="status">{text.selected(selected.length)}</strong>
          <Button disabled={isSending.value} onClick={() => setAsking(true)}>
            {text.prepare}
          </Button>
          {everything}
          <Button look="quiet" onClick={() => unselectDrafts(selected.map(({ id }) => id))}>
            {text.unselect}
          </Button>
        </section>
      )}
      {sending.value !== told && <SendProgress />}
      {isAsking && <PrepareSheet drafts={selected} onClose={() => setAsking(false)} />}
    </>
  );
};
