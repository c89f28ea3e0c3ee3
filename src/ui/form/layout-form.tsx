import { batch, signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { ObjectField } from '../../app/form.ts';
import { reportSentence } from '../text/report.ts';
import { fieldId } from './field-id.ts';
import { FieldView } from './field-view.tsx';
import { type FormContext, FormProvider } from './form-context.ts';
import { Groups } from './groups.tsx';

/** The members of the context as they are now. */
type Now = {
  [Name in keyof FormContext]: FormContext[Name] extends { value: infer Value }
    ? Value
    : FormContext[Name];
};

interface LayoutFormProps extends Now {
  form: ObjectField;
}

/** The form of a layout: it shows a document and tells of every edit; it keeps nothing itself. */
export const LayoutForm = (props: LayoutFormProps) => {
  const { form, document, errors } = props;
  const context = useFormContext(props);
  return (
    <FormProvider value={context}>
      <form class="layout-form" noValidate onSubmit={(event) => event.preventDefault()}>
        <div id={fieldId('')} tabIndex={-1} class="field-errors" aria-live="polite">
          {errors.at('').map((entry) => (
            <p key={entry.keyword}>{reportSentence(entry, form, document)}</p>
          ))}
        </div>
        <Groups field={form} pointer="" value={document} Member={FieldView} />
      </form>
    </FormProvider>
  );
};

/** One context for the life of the form, so that a change is told only to the fields that show it. */
const useFormContext = (now: Now): FormContext => {
  const latest = useRef(now);
  latest.current = now;
  const context = useMemo(
    () =>
      ({
        layout: now.layout,
        document: signal(now.document),
        errors: signal(now.errors),
        courtSentences: signal(now.courtSentences),
        attachments: signal(now.attachments),
        keptFiles: now.keptFiles,
        fileFaults: signal(now.fileFaults),
        readOnly: signal(now.readOnly),
        onEdit: (edit) => latest.current.onEdit(edit),
        onImport: (edit) => latest.current.onImport(edit),
        onUndo: () => latest.current.onUndo(),
        onRedo: () => latest.current.onRedo(),
        onFile: (pointer, file) => latest.current.onFile(pointer, file),
      }) satisfies FormContext,
    [],
  );
  batch(() => {
    context.document.value = now.document;
    context.errors.value = now.errors;
    context.courtSentences.value = now.courtSentences;
    context.attachments.value = now.attachments;
    context.fileFaults.value = now.fileFaults;
    context.readOnly.value = now.readOnly;
  });
  return context;
};
