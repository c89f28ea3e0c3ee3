import { useState } from 'preact/hooks';
import { examineAgain } from '../../../app/files-to-sign/examine-files.ts';
import {
  type Examination,
  type FileToSign,
  isBeingSigned,
  removeFile,
  selectFiles,
} from '../../../app/files-to-sign/files.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { hrefOf } from '../../router.ts';
import { signingText as text } from '../../text/assinar.ts';
import { FILE_KINDS, showSize } from '../../text/attachment.ts';
import { reportText } from '../../text/signature-report.ts';
import { ElsewhereSheet } from './elsewhere-sheet.tsx';
import { OutcomeCell } from './outcome-cell.tsx';
import { VerdictChip } from './verdict-chip.tsx';

export const FileRow = ({ file }: { file: FileToSign }) => {
  const [elsewhere, setElsewhere] = useState(false);
  return (
    <tr>
      <td>
        <label class="file-choice">
          <input
            type="checkbox"
            aria-label={text.chooseOne(file.path)}
            checked={file.selected}
            onChange={({ currentTarget }) => selectFiles(currentTarget.checked, file.id)}
          />
          <span>
            <strong class="file-name">{file.path}</strong>
            <span class="soft small">
              {FILE_KINDS[file.kind]}, {showSize(file.file.size)}
            </span>
          </span>
        </label>
      </td>
      <td data-label={text.signatures}>
        <Signatures file={file} examination={file.examination} />
      </td>
      <td data-label={file.outcome && text.result}>
        {file.outcome && <OutcomeCell file={file} outcome={file.outcome} />}
        {file.outcome?.state !== 'signed' && (
          <Button
            look="quiet"
            aria-label={text.elsewhereOne(file.path)}
            disabled={isBeingSigned(file)}
            onClick={() => setElsewhere(true)}
          >
            {text.elsewhere}
          </Button>
        )}
      </td>
      <td>
        <Remove file={file} />
        {elsewhere && <ElsewhereSheet file={file} onClose={() => setElsewhere(false)} />}
      </td>
    </tr>
  );
};

const Remove = ({ file }: { file: FileToSign }) => {
  const { id, path, outcome } = file;
  const remove = () => removeFile(id);
  if (outcome?.state === 'signed' && !outcome.saved) {
    return (
      <AskFirst
        label={text.remove}
        nameOf={text.removeOne(path)}
        title={text.removeOneTitle}
        cancel={text.cancel}
        onConfirm={remove}
      >
        <p>{text.removeBody(1)}</p>
      </AskFirst>
    );
  }
  return (
    <Button
      look="quiet"
      aria-label={text.removeOne(path)}
      disabled={isBeingSigned(file)}
      onClick={remove}
    >
      {text.remove}
    </Button>
  );
};

const Signatures = ({ file, examination }: { file: FileToSign; examination: Examination }) => {
  if (examination.state !== 'done') {
    return (
      <>
        <span class="soft">{text.examinations[examination.state]}</span>{' '}
        {examination.state === 'stopped' && (
          <Button look="quiet" onClick={() => void examineAgain(file.id)}>
            {text.examineNow}
          </Button>
        )}
      </>
    );
  }
  const { report } = examination;
  if (report.fault === 'no-signature') return <span class="chip">{reportText.none}</span>;
  const names = report.signatures.flatMap(({ signer }) => signer?.holder.name ?? []);
  return (
    <>
      {report.detached && !file.content ? (
        <span class="chip chip-warning">{text.needsContent}</span>
      ) : (
        <VerdictChip verdict={report.verdict} />
      )}
      {names.length > 0 && <div class="small">{names.join(', ')}</div>}
      <div class="small">
        <a href={hrefOf({ screen: 'assinar', id: file.id })} aria-label={text.reportOf(file.path)}>
          {text.report}
        </a>
      </div>
    </>
  );
};
