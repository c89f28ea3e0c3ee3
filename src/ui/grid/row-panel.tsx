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
  onClose: () => void;
}

/** One row of a table as a form, beside the table: all of its fields, and the rows within it. */
export const RowPanel = ({ field, pointer, index, row, at, Member, onClose }: RowPanelProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    focusField(at);
  }, [at]);
  const { items } = field;
  if (items.kind !== 'object') return null;
  return (
    <dialog ref={dialog} class="row-panel" aria-labelledby={titleId} onClose={onClose}>
      <header class="row-panel-head">
        <h2 id={titleId}>{rowTitle(field, index)}</h2>
        <Button onClick={() => dialog.current?.close()}>{text.closePanel}</Button>
      </header>
      <Groups field={items} pointer={pointerTo(pointer, index)} value={row} Member={Member} />
    </dialog>
  );
};
