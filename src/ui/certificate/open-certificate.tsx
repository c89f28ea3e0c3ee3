import { useState } from 'preact/hooks';
import type { PfxQuestion } from '../../app/form.ts';
import { importPfx, stopOpening } from '../../app/key.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { certificateText as text } from '../text/certificados.ts';
import { CERTIFICATE_FAULTS } from '../text/faults.ts';
import { PfxQuestionForm } from './pfx-question.tsx';

/** Chooses a PFX and its password and opens it; neither is kept. */
export const OpenCertificate = () => {
  const [file, setFile] = useState<File>();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [question, setQuestion] = useState<PfxQuestion>();
  const [faults, setFaults] = useState<{ file?: string; password?: string }>({});

  const open = async (named?: string) => {
    if (!file) {
      setFaults({ file: text.noFile });
      return;
    }
    setBusy(true);
    const opened = await importPfx(file, password, named).finally(() => setBusy(false));
    setQuestion(opened.ok ? opened.value : undefined);
    if (opened.ok && !opened.value) setPassword('');
    const sentence = opened.ok ? undefined : CERTIFICATE_FAULTS[opened.error];
    const aboutPassword = !opened.ok && opened.error === 'wrong-password';
    setFaults(sentence ? { [aboutPassword ? 'password' : 'file']: sentence } : {});
  };

  return (
    <div class="stack">
      <div hidden={question !== undefined}>
        <TaskForm onSubmit={() => void open()}>
          <Field id="pfx" label={text.file} errors={faults.file ? [faults.file] : []}>
            {(control) => (
              <input
                {...control}
                class="input"
                type="file"
                accept=".pfx,.p12"
                onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
              />
            )}
          </Field>
          <TextField
            id="pfx-password"
            label={text.password}
            fault={faults.password}
            secret
            value={password}
            onInput={setPassword}
          />
          {!busy && (
            <Button look="primary" type="submit">
              {text.open}
            </Button>
          )}
        </TaskForm>
      </div>
      {question && !busy && (
        <PfxQuestionForm
          question={question}
          onAnswer={(named) => void open(named)}
          onCancel={() => setQuestion(undefined)}
        />
      )}
      {busy && <Opening />}
    </div>
  );
};

const Opening = () => (
  <div class="actions" role="status">
    <progress aria-label={text.opening} /> {text.opening}
    <Button onClick={stopOpening}>{text.stop}</Button>
    <span class="soft small">{text.openingLong}</span>
  </div>
);
