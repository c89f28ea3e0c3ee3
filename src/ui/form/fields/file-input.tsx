import type { Attachment, FileField } from '../../../app/form.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { FILE_KINDS, showSize } from '../../text/attachment.ts';
import { FILE_FAULTS } from '../../text/faults.ts';
import { formText as text } from '../../text/form.ts';
import { fieldId } from '../field-id.ts';
import { type FieldProps, useErrors, useForm } from '../form-context.ts';
import { PdfALine } from './pdfa-line.tsx';

const signedState = ({ chosen, signed }: Attachment): string => {
  if (signed) return text.signedBy(signed.signer);
  const isImage = chosen.kind === 'png' || chosen.kind === 'jpeg';
  return isImage ? text.unsignedImage : text.unsigned;
};

const AttachedFile = ({ attachment }: { attachment: Attachment }) => (
  <span class="file-facts">
    <strong>{attachment.chosen.name}</strong>
    <span>
      {FILE_KINDS[attachment.chosen.kind]}, {showSize(attachment.chosen.size)},{' '}
      {signedState(attachment)}
    </span>
  </span>
);

/** A file: chosen or dropped, with what is known of it. */
export const FileInput = (props: FieldProps<FileField>) => {
  const { field, pointer, value } = props;
  const { attachments, keptFiles, fileFaults, readOnly, onEdit, onFile } = useForm();
  const attachment = typeof value === 'string' ? attachments.value.get(value) : undefined;
  const kept = typeof value === 'string' ? keptFiles.get(value) : undefined;
  const fault = fileFaults.value.get(pointer);
  const errors = useErrors(props);
  const take = (input: HTMLInputElement) => {
    const file = input.files?.item(0);
    if (file) onFile(pointer, file);
    // The same file, mended in the meantime, can be chosen again.
    input.value = '';
  };
  return (
    <Field
      {...field}
      id={fieldId(pointer)}
      errors={fault ? [FILE_FAULTS[fault], ...errors] : errors}
      wide
    >
      {(control) => (
        <div class="file">
          {attachment && <AttachedFile attachment={attachment} />}
          {value !== undefined && !attachment && (
            <span class="file-facts">
              {kept ? text.fileStays(kept.name) : text.fileOfId(String(value))}
            </span>
          )}
          {value !== undefined && !readOnly.value && (
            <Button
              look="quiet"
              aria-label={text.removeFileOf(field.label)}
              onClick={() => onEdit({ op: 'remove', pointer })}
            >
              {text.remove}
            </Button>
          )}
          <span class="file-drop">
            <span class="file-call">{value === undefined ? text.chooseFile : text.changeFile}</span>
            <span class="file-or">{text.dropFile}</span>
            {/* Lies over the words: a file input takes dropped files by itself. */}
            <input
              {...control}
              type="file"
              disabled={readOnly.value}
              onChange={({ currentTarget }) => take(currentTarget)}
            />
          </span>
          {attachment && <PdfALine attachment={attachment} demanded={field.demandsPdfA} />}
        </div>
      )}
    </Field>
  );
};
