import { useEffect, useRef } from 'preact/hooks';
import { type ArrayField, emptySection } from '../../app/form.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';
import { Button } from '../parts/button.tsx';
import { formText as text } from '../text/form.ts';
import { fieldId, focusField } from './field-id.ts';
import { type PartProps, useForm } from './form-context.ts';
import { Groups } from './groups.tsx';
import { rowTitle } from './label-path.ts';

interface RowProps extends PartProps<ArrayField> {
  title: string;
  onRemove: () => void;
}

const Row = ({ field, pointer, value, Member, title, onRemove }: RowProps) => {
  const readOnly = useForm().readOnly.value;
  const id = fieldId(pointer);
  const { items } = field;
  if (items.kind !== 'object') {
    return (
      <div class="row">
        <Member field={{ ...items, label: title }} pointer={pointer} value={value} />
        {!readOnly && <RemoveButton title={title} onRemove={onRemove} />}
      </div>
    );
  }
  return (
    <fieldset class="row" id={id} tabIndex={-1}>
      <legend class="row-title">{title}</legend>
      {!readOnly && <RemoveButton title={title} onRemove={onRemove} />}
      <Groups field={items} pointer={pointer} value={value} Member={Member} />
    </fieldset>
  );
};

const RemoveButton = ({ title, onRemove }: Pick<RowProps, 'title' | 'onRemove'>) => (
  <span class="row-remove">
    <Button look="quiet" aria-label={text.removeOf(title)} onClick={onRemove}>
      {text.remove}
    </Button>
  </span>
);

/** The rows of an array one below the other, each a form of its own. */
export const FormRows = (props: PartProps<ArrayField>) => {
  const { field, pointer, value } = props;
  const { readOnly: readOnlyNow, onEdit } = useForm();
  const readOnly = readOnlyNow.value;
  const rows = Array.isArray(value) ? value : [];
  const focusNext = useRef<Pointer | undefined>(undefined);
  useEffect(() => {
    if (focusNext.current !== undefined) focusField(focusNext.current);
    focusNext.current = undefined;
  }, [rows.length]);

  const add = () => {
    const row = pointerTo(pointer, rows.length);
    focusNext.current = row;
    onEdit({ op: 'insert', pointer: row, value: emptySection(field.items) });
  };
  const remove = (index: number) => {
    focusNext.current = pointer;
    // An optional array without rows is left out: the court would ask for its first row.
    const last = rows.length === 1 && !field.required;
    onEdit({ op: 'remove', pointer: last ? pointer : pointerTo(pointer, index) });
  };
  return (
    <>
      {rows.map((row, index) => (
        <Row
          // Rows have no identity of their own; what is being typed was handed on before a row goes.
          key={index}
          {...props}
          pointer={pointerTo(pointer, index)}
          value={row}
          title={rowTitle(field, index)}
          onRemove={() => remove(index)}
        />
      ))}
      {!readOnly && (
        <Button aria-label={text.addRowOf(field.label)} onClick={add}>
          {text.addRow}
        </Button>
      )}
    </>
  );
};
