import type { ComponentChildren } from 'preact';
import { formText as text } from '../text/form.ts';

/** What a control must carry so that its label, help and errors are read with it. */
interface ControlAttributes {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

interface FieldProps {
  /** Id of the control that takes the focus. */
  id: string;
  label: string;
  required?: boolean;
  help?: string | undefined;
  /** A rule that is told, not enforced. */
  hint?: string | undefined;
  errors?: readonly string[];
  /** Whether it takes the whole width of the form. */
  wide?: boolean;
  /** Whether there are several controls under the label (radio buttons). */
  group?: boolean;
  children: (control: ControlAttributes) => ComponentChildren;
}

const RequiredMark = () => <span class="field-required">{text.required}</span>;

/** A label above, the control, its errors, help and hint below, tied together for screen readers. */
export const Field = ({
  id,
  label,
  required = false,
  help,
  hint,
  errors = [],
  wide,
  group,
  children,
}: FieldProps) => {
  const helpId = help && `${id}-ajuda`;
  const hintId = hint && `${id}-dica`;
  const errorsId = errors.length > 0 ? `${id}-erros` : '';
  const invalid = errors.length > 0 || undefined;
  const control = children({
    id,
    'aria-describedby': [errorsId, helpId, hintId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': invalid,
    // On a group the legend says it; radio buttons take no aria-required.
    'aria-required': (required && !group) || undefined,
  });
  const Frame = group ? 'fieldset' : 'div';
  return (
    <Frame class={`field ${wide ? 'field-wide' : ''} ${invalid ? 'field-invalid' : ''}`}>
      {group ? (
        <legend class="field-label">
          {label} {required && <RequiredMark />}
        </legend>
      ) : (
        <label class="field-label" for={id}>
          {label} {required && <RequiredMark />}
        </label>
      )}
      {control}
      <div id={errorsId || undefined} class="field-errors" aria-live="polite">
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
      {help && (
        <p id={helpId} class="field-help">
          {help}
        </p>
      )}
      {hint && (
        <p id={hintId} class="field-hint">
          <strong>{text.hint}</strong> {hint}
        </p>
      )}
    </Frame>
  );
};
