import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { tableText as text } from '../text/tabela.ts';

interface ChooseSourceProps {
  fault: string | undefined;
  onChosen: (source: Blob | string, name: string) => void;
}

/** Where a file is chosen or dropped, or cells are pasted. */
export const ChooseSource = ({ fault, onChosen }: ChooseSourceProps) => {
  const [pasted, setPasted] = useState('');
  return (
    <div class="stack">
      <p>{text.chooseLead}</p>
      {fault && <Notice tone="danger">{fault}</Notice>}
      <Field id="planilha-arquivo" label={text.file}>
        {(control) => (
          <div class="file">
            <span class="file-drop">
              <span class="file-call">{text.chooseFile}</span>
              <span class="file-or">{text.dropFile}</span>
              <input
                {...control}
                type="file"
                accept=".xlsx,.xlsm,.csv,.tsv,.txt"
                onChange={({ currentTarget }) => {
                  const file = currentTarget.files?.item(0);
                  if (file) onChosen(file, file.name);
                  // The same file, mended in the meantime, can be chosen again.
                  currentTarget.value = '';
                }}
              />
            </span>
          </div>
        )}
      </Field>
      <Field id="planilha-colada" label={text.paste}>
        {(control) => (
          <textarea
            {...control}
            class="input mono"
            rows={4}
            value={pasted}
            onInput={({ currentTarget }) => setPasted(currentTarget.value)}
          />
        )}
      </Field>
      {pasted.trim() !== '' && (
        <Button onClick={() => onChosen(pasted, text.pasted)}>{text.usePasted}</Button>
      )}
    </div>
  );
};
