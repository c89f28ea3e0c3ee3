import { useState } from 'preact/hooks';
import { isSigning } from '../../../app/files-to-sign/batch.ts';
import { examining, stopExamining } from '../../../app/files-to-sign/examine-files.ts';
import {
  clearFiles,
  filesToSign,
  selectedFiles,
  selectFiles,
  unsavedFiles,
} from '../../../app/files-to-sign/files.ts';
import { saveAsZip, type ZipFault } from '../../../app/files-to-sign/results.ts';
import { civilDateOf } from '../../../base/civil-date.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { Notice } from '../../parts/notice.tsx';
import { signingText as text, ZIP_FAULTS } from '../../text/assinar.ts';
import { FileRow } from './file-row.tsx';

/** The chosen files: what their signatures are worth, and what was signed here. */
export const FileList = () => {
  const files = filesToSign.value;
  if (files.length === 0) return null;
  return (
    <section class="stack" aria-label={text.list}>
      <Examining />
      <Unsaved />
      <div class="actions">
        <label>
          <input
            type="checkbox"
            checked={selectedFiles.value.length === files.length}
            onChange={({ currentTarget }) => selectFiles(currentTarget.checked)}
          />{' '}
          {text.chooseAll}
        </label>
        <AskFirst
          label={text.removeAll}
          title={text.removeTitle}
          cancel={text.cancel}
          disabled={isSigning.value}
          onConfirm={clearFiles}
        >
          <p>{text.removeBody(unsavedFiles.value.length)}</p>
        </AskFirst>
      </div>
      <div class="table-scroll">
        <table class="table table-stacked">
          <thead>
            <tr>
              <th scope="col">{text.file}</th>
              <th scope="col">{text.signatures}</th>
              <th scope="col">{text.result}</th>
              <th scope="col">
                <span class="visually-hidden">{text.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <FileRow key={file.id} file={file} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Examining = () => {
  if (!examining.value) return null;
  const left = filesToSign.value.filter(({ examination }) => examination.state === 'waiting');
  return (
    <div class="actions" role="status">
      {text.examining(left.length)}
      <Button look="quiet" onClick={stopExamining}>
        {text.stopExamining}
      </Button>
    </div>
  );
};

const Unsaved = () => {
  const [fault, setFault] = useState<ZipFault>();
  const count = unsavedFiles.value.length;
  if (count < 2) return null;
  const save = async () => {
    const name = `assinados-${civilDateOf(Date.now())}.zip`;
    const saved = await saveAsZip((zip) => download(zip, name));
    setFault(saved.ok ? undefined : saved.error);
  };
  return (
    <>
      <div class="notice notice-info actions">
        {text.unsaved(count)}
        <Button onClick={() => void save()}>{text.saveAll}</Button>
      </div>
      {fault && <Notice tone="danger">{ZIP_FAULTS[fault]}</Notice>}
    </>
  );
};
