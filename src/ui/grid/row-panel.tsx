import { useEffect, useId, useRef } from 'preact/hooks';
import type { ArrayField } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';
import { focusField } from '../form/field-id.ts';
import type { PartProps } from '../form/form-context.ts';
import { Groups } from '../form/groups.tsx';
import { rowTitle } from '../form/label-path.ts';
import { Button } from '../parts/button.tsx';
import { gridText as text } from '../text/grade.ts';

interface RowPanelProps extends Pick<PartProps<ArrayField>, 'field' | 'pointer' | 'Member'> {
  /** In the document. */
  index: number;
  row: Json;
  /** The field to begin at. */
  at: Pointer;
  /** Opens the row before or after it. */
  onStep: ((by: 1 | -1) => void) | undefined;
  /** Opens the next row with errors at the first of them. */
  onNextFault: (() => void) | undefined;
  onClose: () => void;
}

/** One row of a table as a form, beside the table: all of its fields, and the rows within it. */
export const RowPanel = (props: RowPanelProps) => {
  const { field, pointer, index, row, at, Member, onStep, onNextFault, onClose } = props;
  const rowPointer = pointerTo(pointer, index);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    // A row as a whole has no field of its own: the focus stays at the buttons.
    if (at !== rowPointer) focusField(at);
  }, [at]);
  const { items } = field;
  if (items.kind !== 'object') return null;
  return (
    <dialog ref={dialog} class="row-panel" aria-labelledby={titleId} onClose={onClose}>
      <header class="row-panel-head">
        <h2 id={titleId} aria-live="polite">
          {rowTitle(field, index)}
        </h2>
        {onStep && (
          <>
            <Button look="quiet" onClick={() => onStep(-1)}>
              {text.previousRow}
            </Button>
            <Button look="quiet" onClick={() => onStep(1)}>
              {text.nextRow}
            </Button>
          </>
        )}
        {onNextFault && (
          <Button look="quiet" onClick={onNextFault}>
            {text.nextFaultyRow}
          </Button>
        )}
        <Button onClick={() => dialog.current?.close()}>{text.closePanel}</Button>
      </header>
      <Groups key={index} field={items} pointer={rowPointer} value={row} Member={Member} />
    </dialog>
  );
};
