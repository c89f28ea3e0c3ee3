import { Field } from '../parts/field.tsx';

interface LineFieldProps {
  id: string;
  label: string;
  value: string;
  help?: string;
  hint?: string | undefined;
  required?: boolean;
  maxLength?: number;
  readOnly?: boolean;
  /** What is proposed; anything else may be written. */
  proposed?: readonly string[];
  onInput: (value: string) => void;
  onLeave?: () => void;
  onEnter?: () => void;
}

/** One line of text of a process. */
export const LineField = ({
  id,
  label,
  value,
  help,
  hint,
  required = false,
  maxLength,
  readOnly = false,
  proposed = [],
  onInput,
  onLeave,
  onEnter,
}: LineFieldProps) => (
  <Field id={id} label={label} help={help} hint={hint} required={required}>
    {(control) => (
      <>
        <input
          {...control}
          class="input"
          type="text"
          autocomplete="off"
          list={proposed.length > 0 ? `${id}-lista` : undefined}
          maxLength={maxLength}
          readOnly={readOnly}
          value={value}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onBlur={onLeave}
          onKeyDown={({ key }) => key === 'Enter' && onEnter?.()}
        />
        {proposed.length > 0 && (
          <datalist id={`${id}-lista`}>
            {proposed.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        )}
      </>
    )}
  </Field>
);
