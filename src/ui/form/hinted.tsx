import type { ComponentChildren } from 'preact';
import { applies, type Condition } from '../../app/form.ts';
import { type FieldProps, useComputedOf, useForm } from './form-context.ts';

interface HintedProps extends FieldProps {
  when: Condition;
  children: ComponentChildren;
}

/**
 * A field whose hint depends on another: the hint stands out while it applies, and while the field is filled in although
 * it does not; else the field steps back. It can be filled in all the same.
 */
export const Hinted = ({ when, pointer, value, children }: HintedProps) => {
  const { document } = useForm();
  const now = useComputedOf(
    () => applies(when, document.value, pointer),
    [when, document, pointer],
  );
  return <div class={`hinted ${toneOf(now, value)}`}>{children}</div>;
};

const toneOf = (now: boolean | undefined, value: FieldProps['value']): string => {
  if (now === undefined) return '';
  return now || value !== undefined ? 'hinted-now' : 'hinted-later';
};
