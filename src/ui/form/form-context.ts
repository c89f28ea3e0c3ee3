import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FileFault } from '../../app/faults.ts';
import type { Attachment, Edit, LayoutField } from '../../app/form.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { reportSentence } from '../text/report.ts';
import type { FormErrors } from './entries-by-field.ts';

/** What every field of a form shares. */
export interface FormContext {
  document: JsonObject;
  errors: FormErrors;
  /** Sentences of the court itself, by the pointer of the field they speak of. */
  courtSentences: ReadonlyMap<Pointer, readonly string[]>;
  /** By the local id that file fields hold. */
  attachments: ReadonlyMap<string, Attachment>;
  /** Why the file last chosen for a field was not taken, by the field's pointer. */
  fileFaults: ReadonlyMap<Pointer, FileFault>;
  readOnly: boolean;
  onEdit: (edit: Edit) => void;
  onFile: (pointer: Pointer, file: File) => void;
}

const Context = createContext<FormContext | undefined>(undefined);

export const FormProvider = Context.Provider;

export const useForm = (): FormContext => {
  const form = useContext(Context);
  if (!form) throw new Error('a field stands outside its form');
  return form;
};

/** One value of the form and how it is described. */
export interface FieldProps<F extends LayoutField = LayoutField> {
  field: F;
  pointer: Pointer;
  value: Json | undefined;
}

/** A part that holds other fields is handed the component that shows any of them: they hold each other. */
export interface PartProps<F extends LayoutField> extends FieldProps<F> {
  Member: ComponentType<FieldProps>;
}

/** The sentences of the errors that stand at a field. */
export const useErrors = ({ field, pointer, value }: FieldProps): string[] => {
  const { errors, courtSentences } = useForm();
  return [
    ...(courtSentences.get(pointer) ?? []),
    ...errors.at(pointer).map((entry) => reportSentence(entry, field, value)),
  ];
};
