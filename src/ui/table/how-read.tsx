import { type ImportChoice, type RecognisedTable, SEPARATORS } from '../../app/table/types.ts';
import { Field } from '../parts/field.tsx';
import { ENCODING_NAMES, SEPARATOR_NAMES, SHEET_NOTES, tableText as text } from '../text/tabela.ts';

interface HowReadProps {
  name: string;
  recognised: RecognisedTable;
  onChoose: (choice: ImportChoice) => void;
}

/** Lines that are offered as that of the headings. */
const OFFERED_LINES = 20;

interface SelectProps<T> {
  id: string;
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

const Select = <T extends string | number>({
  id,
  label,
  value,
  options,
  onChange,
}: SelectProps<T>) => (
  <Field id={id} label={label}>
    {(control) => (
      <select
        {...control}
        class="input"
        value={String(value)}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={String(option.value)}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** What a file was recognised as, to be corrected where that is wrong. */
export const HowRead = ({ name, recognised, onChoose }: HowReadProps) => {
  const { table, choice, heading, lines, notes } = recognised;
  const headings: { value: number | 'none'; label: string }[] = [
    { value: 'none', label: text.noHeading },
    ...Array.from(
      { length: Math.max(OFFERED_LINES, heading === 'none' ? 0 : heading + 1) },
      (_, line) => ({
        value: line,
        label: text.line(line + 1),
      }),
    ),
  ];
  return (
    <div class="stack">
      <p>
        {text.recognised(name, lines)}{' '}
        {table.kind === 'text' && table.encoding && text.encoding(ENCODING_NAMES[table.encoding])}
      </p>
      {notes.map(({ note, count }) => (
        <p key={note} class="small">
          {SHEET_NOTES[note](count)}
        </p>
      ))}
      <div class="import-how">
        {table.kind === 'xlsx' && (
          <Select
            id="planilha-aba"
            label={text.sheet}
            value={choice.sheet ?? 0}
            options={table.sheets.map((sheet, index) => ({
              value: index,
              label: sheet.hidden ? text.hiddenSheet(sheet.name) : sheet.name,
            }))}
            onChange={(sheet) => onChoose({ sheet })}
          />
        )}
        {table.kind === 'text' && (
          <Select
            id="planilha-separador"
            label={text.separator}
            value={choice.separator ?? ';'}
            options={SEPARATORS.map((value) => ({ value, label: SEPARATOR_NAMES[value] }))}
            onChange={(separator) => onChoose({ separator })}
          />
        )}
        <Select
          id="planilha-titulos"
          label={text.heading}
          value={heading}
          options={headings}
          onChange={(line) => onChoose({ ...choice, heading: line })}
        />
      </div>
    </div>
  );
};
