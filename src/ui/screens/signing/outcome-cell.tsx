import { takeFiles } from '../../../app/files-to-sign/examine-files.ts';
import type { FileToSign, Outcome } from '../../../app/files-to-sign/files.ts';
import { markSaved } from '../../../app/files-to-sign/results.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { FILE_TO_SIGN_FAULTS, signingText as text } from '../../text/assinar.ts';

interface OutcomeCellProps {
  file: FileToSign;
  outcome: Outcome;
}

/** What came of signing a file here. */
export const OutcomeCell = ({ file, outcome }: OutcomeCellProps) => {
  if (outcome.state === 'failed') {
    return <span class="fault-text">{FILE_TO_SIGN_FAULTS[outcome.fault]}</span>;
  }
  if (outcome.state !== 'signed') return <span class="soft">{text.outcomes[outcome.state]}</span>;
  const { name, content, saved } = outcome;
  const save = () => {
    download(content, name);
    markSaved(file);
  };
  const look = () => takeFiles([{ file: new File([content], name), path: name }]);
  return (
    <>
      <div class="small">{saved ? text.saved(name) : name}</div>
      <div class="actions">
        <Button look={saved ? 'quiet' : 'secondary'} aria-label={text.saveOne(name)} onClick={save}>
          {text.save}
        </Button>
        <Button look="quiet" aria-label={text.lookAt(name)} onClick={() => void look()}>
          {text.look}
        </Button>
      </div>
    </>
  );
};
