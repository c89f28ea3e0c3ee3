import type { ComponentChildren } from 'preact';
import { Field } from './field.tsx';

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  disabled?: boolean;
  fault?: string | undefined;
  onChange: (value: string) => void;
  /** The options. */
  children: ComponentChildren;
}

/** One of a list, outside the layouts' forms. */
export const Choice = ({ id, label, value, disabled, fault, onChange, children }: ChoiceProps) => (
  <Field id={id} label={label} errors={fault ? [fault] : []}>
    {(control) => (
      <select
        {...control}
        class="input"
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {children}
      </select>
    )}
  </Field>
);
