import { computed, type ReadonlySignal } from '@preact/signals';
import { type ComponentType, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { FileFault } from '../../app/faults.ts';
import type { Attachment, Edit, KeptFile, LayoutField, LayoutId } from '../../app/form.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { reportSentence } from '../text/report.ts';
import type { FormErrors } from './entries-by-field.ts';

/** What every field of a form shares. The signals change; the context itself is one and the same while the form stands. */
export interface FormContext {
  layout: LayoutId;
  document: ReadonlySignal<JsonObject>;
  errors: ReadonlySignal<FormErrors>;
  /** Sentences of the court itself, by the pointer of the field they speak of. */
  courtSentences: ReadonlySignal<ReadonlyMap<Pointer, readonly string[]>>;
  /** By the local id that file fields hold. */
  attachments: ReadonlySignal<ReadonlyMap<string, Attachment>>;
  /** Files that the court has already, by its ids. */
  keptFiles: ReadonlyMap<string, KeptFile>;
  /** Why the file last chosen for a field was not taken, by the field's pointer. */
  fileFaults: ReadonlySignal<ReadonlyMap<Pointer, FileFault>>;
  readOnly: ReadonlySignal<boolean>;
  onEdit: (edit: Edit) => void;
  /** An edit by which much comes at once: what was before is kept as a version. */
  onImport: (edit: Edit) => void;
  onUndo: () => void;
  onRedo: () => void;
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

/** The sentences of the errors that stand at a field, which is shown again only when its own change. */
export const useErrors = ({ field, pointer, value }: FieldProps): string[] => {
  const { errors, courtSentences } = useForm();
  const entries = useComputedOf(() => errors.value.at(pointer), [errors, pointer]);
  const court = useComputedOf(() => courtSentences.value.get(pointer), [courtSentences, pointer]);
  return [...(court ?? []), ...entries.map((entry) => reportSentence(entry, field, value))];
};

/** A part of the form's signals: who shows it is shown again only when the part changes. */
export const useComputedOf = <T>(compute: () => T, of: readonly unknown[]): T =>
  useMemo(() => computed(compute), of).value;
