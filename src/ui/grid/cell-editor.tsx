import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BooleanField, CellField, ChoiceField } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { dateMask } from '../form/date-mask.ts';
import { useTypedText } from '../form/typed-text.ts';
import { formText, optionText } from '../text/form.ts';
import type { Editing } from './keys.ts';

export interface CellEditorProps {
  field: CellField;
  value: Json | undefined;
  /** What a screen reader calls it. */
  name: string;
  describedBy: string;
  how: Editing;
  onCommit: (value: Json | undefined) => void;
  /** Set while it stands. */
  handle: RefObject<EditorHandle>;
}

/** What the grid does with what is typed and not handed on yet: hands it on, or forgets it. */
export interface EditorHandle {
  flush: () => void;
  drop: () => void;
}

export const NO_EDITOR: EditorHandle = { flush: () => {}, drop: () => {} };

/** The one control of a table: in the cell being edited. */
export const CellEditor = (props: CellEditorProps) => {
  const { field } = props;
  return field.kind === 'choice' || field.kind === 'boolean' ? (
    <ChoiceEditor {...props} field={field} />
  ) : (
    <TextEditor {...props} />
  );
};

const TextEditor = ({
  field,
  value,
  name,
  describedBy,
  how,
  onCommit,
  handle,
}: CellEditorProps) => {
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const typed = useTypedText(field, value, onCommit);
  handle.current = typed;
  useLayoutEffect(() => {
    control.current?.focus({ preventScroll: true });
    // The first key replaces what is there, as in any spreadsheet.
    if (how === 'typed') control.current?.select();
  }, []);
  const shared = {
    ref: control,
    class: 'grid-editor',
    'aria-label': name,
    'aria-describedby': describedBy,
    value: typed.text,
    autocomplete: 'off',
  } as const;
  // A line of text would lose the breaks of a text that has several.
  if (typeof value === 'string' && value.includes('\n')) {
    return (
      <textarea {...shared} onInput={({ currentTarget }) => typed.type(currentTarget.value)} />
    );
  }
  const isDate = field.kind === 'date';
  return (
    <input
      {...shared}
      type="text"
      inputMode={field.kind === 'text' ? 'text' : isDate ? 'numeric' : 'decimal'}
      placeholder={isDate ? 'dd/mm/aaaa' : undefined}
      onInput={({ currentTarget: { value: text } }) =>
        typed.type(isDate ? dateMask(text, typed.text) : text)
      }
    />
  );
};

const ANSWERS = [
  { value: true, text: formText.yes },
  { value: false, text: formText.no },
];

const optionsOf = (field: ChoiceField | BooleanField) =>
  field.kind === 'boolean'
    ? ANSWERS
    : field.options.map((option) => ({ value: option.value, text: optionText(option) }));

interface ChoiceEditorProps extends CellEditorProps {
  field: ChoiceField | BooleanField;
}

const ChoiceEditor = ({
  field,
  value,
  name,
  describedBy,
  how,
  onCommit,
  handle,
}: ChoiceEditorProps) => {
  const control = useRef<HTMLSelectElement>(null);
  const options = optionsOf(field);
  handle.current = NO_EDITOR;
  useLayoutEffect(() => {
    control.current?.focus({ preventScroll: true });
    if (how === 'opened') openList(control.current);
  }, []);
  const chosen = options.findIndex((option) => option.value === value);
  const foreign = value !== undefined && chosen < 0;
  return (
    <select
      ref={control}
      class="grid-editor"
      aria-label={name}
      aria-describedby={describedBy}
      value={foreign ? 'foreign' : chosen < 0 ? '' : String(chosen)}
      onChange={({ currentTarget }) => onCommit(options[Number(currentTarget.value || -1)]?.value)}
    >
      <option value="">{formText.choose}</option>
      {foreign && (
        <option value="foreign" disabled>
          {formText.foreign(JSON.stringify(value))}
        </option>
      )}
      {options.map((option, index) => (
        <option key={index} value={index}>
          {option.text}
        </option>
      ))}
    </select>
  );
};

/** The browser opens a list only right after a key or a click; elsewhere the person opens it. */
const openList = (select: HTMLSelectElement | null): void => {
  try {
    select?.showPicker();
  } catch {
    // It stays closed, and works.
  }
};
