import type { ComponentChildren } from 'preact';
import type { LayoutField } from '../../app/form.ts';
import { formText as text } from '../text/form.ts';
import { fieldId } from './field-id.ts';
import { type FieldProps, useErrors } from './form-context.ts';

interface SectionFrameProps extends FieldProps<LayoutField> {
  children: ComponentChildren;
}

/** A part of the form that holds other fields: its name, its own errors, help and hint, and what is in it. */
export const SectionFrame = ({ children, ...part }: SectionFrameProps) => {
  const { field, pointer } = part;
  const id = fieldId(pointer);
  const errors = useErrors(part);
  return (
    <fieldset
      id={id}
      class={`section ${errors.length > 0 ? 'field-invalid' : ''}`}
      tabIndex={-1}
      aria-describedby={`${id}-sobre`}
    >
      <legend class="section-title">
        {field.label} {field.required && <span class="field-required">{text.required}</span>}
      </legend>
      <div id={`${id}-sobre`}>
        <div class="field-errors" aria-live="polite">
          {errors.map((error) => (
            <p key={error}>{error}</p>
          ))}
        </div>
        {field.help && <p class="field-help">{field.help}</p>}
        {field.hint && (
          <p class="field-hint">
            <strong>{text.hint}</strong> {field.hint}
          </p>
        )}
      </div>
      {children}
    </fieldset>
  );
};
