import { useState } from 'preact/hooks';
import type { OpenedCopy } from '../../app/backup/restore.ts';
import { openCopy, type Restored, type RestoreFault, restore } from '../../app/backup/restore.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { RESTORE_FAULTS, copyText as text } from '../text/copia.ts';
import { FolderCopies } from './folder-copies.tsx';
import { RestoredReport } from './restored-report.tsx';

/** Restoring: choose a copy, open it, see what is in it, take it over, read what came of it. */
export const RestoreSection = () => {
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState('');
  const [opened, setOpened] = useState<OpenedCopy>();
  const [restored, setRestored] = useState<Restored>();
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<RestoreFault>();

  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setOpened(undefined);
    setRestored(undefined);
    setFault(undefined);
  };
  const open = async () => {
    if (!file) return;
    setWorking(true);
    const found = await openCopy(file, passphrase).finally(() => setWorking(false));
    setFault(found.ok ? undefined : found.error);
    if (!found.ok) return;
    setOpened(found.value);
    setPassphrase('');
  };
  const take = async (copy: OpenedCopy) => {
    setWorking(true);
    const taken = await restore(copy).finally(() => setWorking(false));
    setFault(taken.ok ? undefined : taken.error);
    if (taken.ok) setRestored(taken.value);
  };

  return (
    <section class="card stack" aria-labelledby="restore">
      <h2 id="restore">{text.restoreTitle}</h2>
      <p>{text.restoreLead}</p>
      <TaskForm onSubmit={() => void open()}>
        <Field id="copy-file" label={text.file}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".estafeta"
              onChange={({ currentTarget }) => choose(currentTarget.files?.item(0) ?? undefined)}
            />
          )}
        </Field>
        <FolderCopies chosen={file} onChoose={choose} />
        <TextField
          id="copy-passphrase-open"
          label={text.passphraseOfCopy}
          fault={fault === 'wrong-passphrase' ? RESTORE_FAULTS[fault] : undefined}
          secret
          value={passphrase}
          onInput={setPassphrase}
        />
        <div class="actions">
          <Button type="submit" disabled={!file || !passphrase || working}>
            {working && !opened ? text.opening : text.open}
          </Button>
        </div>
      </TaskForm>
      {fault && fault !== 'wrong-passphrase' && (
        <Notice tone="danger">{RESTORE_FAULTS[fault]}</Notice>
      )}
      {opened && !restored && (
        <Found copy={opened} working={working} onRestore={() => void take(opened)} />
      )}
      {restored && <RestoredReport restored={restored} />}
    </section>
  );
};

interface FoundProps {
  copy: OpenedCopy;
  working: boolean;
  onRestore: () => void;
}

const Found = ({ copy: { manifest }, working, onRestore }: FoundProps) => {
  const { drafts = 0, entries = 0, deliveries = 0, processes = 0 } = manifest.counts;
  const { records, files } = manifest.missing;
  return (
    <Notice tone="info">
      <div class="stack">
        <p>
          {text.found(showInstant(manifest.madeAt), manifest.owner.name)}{' '}
          {text.holds(drafts, entries, deliveries)} {processes > 0 && text.processes(processes)}{' '}
          {records + files > 0 && text.missing(records, files)}
        </p>
        <div class="actions">
          <Button disabled={working} onClick={onRestore}>
            {working ? text.restoring : text.restore}
          </Button>
        </div>
      </div>
    </Notice>
  );
};
