import { useState } from 'preact/hooks';
import type { ArrayField } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { useForm } from '../form/form-context.ts';
import { Button } from '../parts/button.tsx';
import { lazy } from '../parts/lazy.tsx';
import { gridText as text } from '../text/grade.ts';

const ImportSheet = lazy(async () => (await import('./import-sheet.tsx')).ImportSheet);

interface ImportButtonProps {
  field: ArrayField;
  pointer: Pointer;
  rows: readonly Json[];
}

/** Opens the import of a table into a list of the draft. */
export const ImportButton = ({ field, pointer, rows }: ImportButtonProps) => {
  const { layout, onImport } = useForm();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        aria-label={text.importSheetOf(field.label)}
        onClick={() => setOpen(true)}
      >
        {text.importSheet}
      </Button>
      {isOpen && (
        <ImportSheet
          {...{ field, pointer, rows, layout }}
          onEdit={onImport}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
