import { Field } from './field.tsx';

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  help?: string;
  /** A rule that is told, not enforced. */
  hint?: string | undefined;
  fault?: string | undefined;
  required?: boolean;
  maxLength?: number;
  readOnly?: boolean;
  /** A secret is neither shown nor remembered by the browser. */
  secret?: boolean;
  numeric?: boolean;
  /** What is proposed; anything else may be written. */
  proposed?: readonly string[];
  onLeave?: () => void;
  onEnter?: () => void;
}

/** One line of text outside the layouts' forms. */
export const TextField = ({
  id,
  label,
  value,
  onInput,
  help,
  hint,
  fault,
  required = false,
  maxLength,
  readOnly = false,
  secret = false,
  numeric = false,
  proposed = [],
  onLeave,
  onEnter,
}: TextFieldProps) => {
  const listId = proposed.length > 0 ? `${id}-lista` : undefined;
  return (
    <Field
      id={id}
      label={label}
      help={help}
      hint={hint}
      required={required}
      errors={fault ? [fault] : []}
    >
      {(control) => {
        const shared = {
          ...control,
          class: 'input',
          autocomplete: 'off',
          ...{ maxLength, readOnly, value, onBlur: onLeave },
          onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
            onInput(event.currentTarget.value),
          onKeyDown: ({ key }: KeyboardEvent) => key === 'Enter' && onEnter?.(),
        };
        if (secret) return <input {...shared} type="password" />;
        return (
          <>
            <input {...shared} type="text" inputMode={numeric ? 'numeric' : 'text'} list={listId} />
            {listId && (
              <datalist id={listId}>
                {proposed.map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            )}
          </>
        );
      }}
    </Field>
  );
};
