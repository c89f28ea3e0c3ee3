import { Field } from './field.tsx';

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  help?: string;
  fault?: string | undefined;
  /** A secret is neither shown nor remembered by the browser. */
  secret?: boolean;
  numeric?: boolean;
}

/** One line of text outside the layouts' forms. */
export const TextField = ({
  id,
  label,
  value,
  onInput,
  help,
  fault,
  secret,
  numeric,
}: TextFieldProps) => (
  <Field id={id} label={label} help={help} errors={fault ? [fault] : []}>
    {(control) => {
      const shared = {
        ...control,
        class: 'input',
        autocomplete: 'off',
        value,
        onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
          onInput(event.currentTarget.value),
      };
      return secret ? (
        <input {...shared} type="password" />
      ) : (
        <input {...shared} type="text" inputMode={numeric ? 'numeric' : 'text'} />
      );
    }}
  </Field>
);
