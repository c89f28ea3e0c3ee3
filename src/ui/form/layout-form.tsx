import type { ObjectField } from '../../app/form.ts';
import { reportSentence } from '../text/report.ts';
import { fieldId } from './field-id.ts';
import { FieldView } from './field-view.tsx';
import { type FormContext, FormProvider } from './form-context.ts';
import { Groups } from './groups.tsx';

interface LayoutFormProps extends FormContext {
  form: ObjectField;
}

/** The form of a layout: it shows a document and tells of every edit; it keeps nothing itself. */
export const LayoutForm = ({ form, ...shared }: LayoutFormProps) => {
  return (
    <FormProvider value={shared}>
      <form class="layout-form" noValidate onSubmit={(event) => event.preventDefault()}>
        <div id={fieldId('')} tabIndex={-1} class="field-errors" aria-live="polite">
          {shared.errors.at('').map((entry) => (
            <p key={entry.keyword}>{reportSentence(entry, form, shared.document)}</p>
          ))}
        </div>
        <Groups field={form} pointer="" value={shared.document} Member={FieldView} />
      </form>
    </FormProvider>
  );
};
