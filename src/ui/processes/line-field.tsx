import { Field } from '../parts/field.tsx';

interface LineFieldProps {
  id: string;
  label: string;
  value: string;
  help?: string;
  hint?: string | undefined;
  required?: boolean;
  maxLength?: number;
  readOnly: boolean;
  onInput: (value: string) => void;
}

/** One line of text of a process, which may be locked. */
export const LineField = ({
  id,
  label,
  value,
  help,
  hint,
  required,
  maxLength,
  readOnly,
  onInput,
}: LineFieldProps) => (
  <Field id={id} label={label} help={help} hint={hint} required={required ?? false}>
    {(control) => (
      <input
        {...control}
        class="input"
        type="text"
        autocomplete="off"
        maxLength={maxLength}
        readOnly={readOnly}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    )}
  </Field>
);
