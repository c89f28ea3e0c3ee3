import { useState } from 'preact/hooks';
import type { NumberField } from '../../../app/form.ts';
import { type LinkFault, linkFault } from '../../../app/links/link-faults.ts';
import { isPlaceholder, linkPlace } from '../../../app/links/place.ts';
import { useLink } from '../../links/use-link.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { lazy } from '../../parts/lazy.tsx';
import { LINK_FAULTS, linkName, linkState, linkText as text } from '../../text/ligacoes.ts';
import { fieldId } from '../field-id.ts';
import { type FieldProps, useErrors, useForm } from '../form-context.ts';
import { useTypedText } from '../typed-text.ts';

const LinkPicker = lazy(() => import('../../links/link-picker.tsx').then((m) => m.LinkPicker));

/** The number of an earlier delivery: chosen from what is held here, or typed. */
export const ReferenceInput = (props: FieldProps<NumberField>) => {
  const { field, pointer, value } = props;
  const { readOnly, onEdit } = useForm();
  const [choosing, setChoosing] = useState(false);
  const found = useLink(value);
  const link = found === 'of-another' ? undefined : found;
  const set = (next: typeof value) => {
    if (next === value) return;
    onEdit(next === undefined ? { op: 'remove', pointer } : { op: 'set', pointer, value: next });
  };
  const typed = useTypedText(field, value, set);
  const isToCome = isPlaceholder(value);
  const fault = isToCome ? faultOf(found) : undefined;
  const errors = useErrors(props);
  const id = fieldId(pointer);
  const linkId = `${id}-entrega`;
  return (
    <Field
      {...field}
      id={id}
      errors={fault ? [LINK_FAULTS[fault], ...errors] : errors}
      wide={field.reference !== undefined}
    >
      {(control) => (
        <>
          <div class="input-line input-integer">
            <input
              {...control}
              aria-describedby={[linkId, control['aria-describedby']].filter(Boolean).join(' ')}
              class="input"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              // What the court has not given yet is not typed over digit by digit.
              readOnly={readOnly.value || isToCome}
              value={isToCome ? String(link?.courtId ?? text.noNumber) : typed.text}
              onInput={({ currentTarget }) => typed.type(currentTarget.value)}
              onBlur={typed.leave}
            />
            {!readOnly.value && (
              <Button aria-label={text.chooseOf(field.label)} onClick={() => setChoosing(true)}>
                {text.choose}
              </Button>
            )}
            {isToCome && !readOnly.value && (
              <Button
                look="quiet"
                aria-label={text.removeOf(field.label)}
                onClick={() => set(undefined)}
              >
                {text.remove}
              </Button>
            )}
          </div>
          <p id={linkId} class="reference-words" aria-live="polite">
            {link && (
              <>
                {linkName(link)}: <strong>{linkState(link)}</strong>
              </>
            )}
            {link === null && !isToCome && <span class="soft">{text.notHeld}</span>}
            {found === 'of-another' && !isToCome && LINK_FAULTS['link-of-another']}
          </p>
          {choosing && (
            <LinkPicker
              field={field}
              onChoose={(chosen) => {
                setChoosing(false);
                set(chosen);
              }}
              onClose={() => setChoosing(false)}
            />
          )}
        </>
      )}
    </Field>
  );
};

const faultOf = (found: ReturnType<typeof useLink>): LinkFault | undefined => {
  if (found === undefined) return undefined;
  return found === 'of-another' ? 'link-of-another' : linkFault(found ?? undefined, linkPlace());
};
