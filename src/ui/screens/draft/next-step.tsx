import { useMemo, useState } from 'preact/hooks';
import { type DraftSession, filesOf } from '../../../app/drafts/draft-session.ts';
import { needsSignature } from '../../../app/drafts/sign-files.ts';
import { shownErrors } from '../../form/entries-by-field.ts';
import { focusField } from '../../form/field-id.ts';
import { Button } from '../../parts/button.tsx';
import { draftText as text } from '../../text/rascunho.ts';
import { errorsByBlock } from './blocks.ts';
import { QueueSheet } from './queue-sheet.tsx';
import { SignSheet } from './sign-sheet.tsx';

interface NextStepProps {
  session: DraftSession;
  checking: boolean;
  onCheck: () => void;
}

/** The footer with the one next step: check, then sign, then put on the queue. */
export const NextStep = ({ session, checking, onCheck }: NextStepProps) => {
  const [sheet, setSheet] = useState<'sign' | 'queue'>();
  const report = session.report.value;
  const shown = useMemo(
    () => (checking ? shownErrors(report, 'checking') : []),
    [report, checking],
  );
  const unsigned = filesOf(session).filter(needsSignature);
  const isChecked = checking && shown.length === 0;
  const isCurrent = session.isReportCurrent.value;
  const close = () => setSheet(undefined);

  const check = async () => {
    onCheck();
    const found = shownErrors(await session.checked(), 'checking');
    const first = errorsByBlock(session.form, found)[0]?.errors[0];
    if (first) focusField(first.pointer);
    await session.judged();
  };

  return (
    <footer class="next-step">
      <span role="status">
        {checking &&
          (shown.length > 0 ? text.errorsCount(shown.length) : isCurrent && text.checkedOk)}
      </span>
      <div class="actions">
        <Button look={isChecked ? 'secondary' : 'primary'} onClick={() => void check()}>
          {text.check}
        </Button>
        {isChecked && unsigned.length > 0 && (
          <Button look="primary" onClick={() => setSheet('sign')}>
            {text.sign}
          </Button>
        )}
        {isChecked && unsigned.length === 0 && (
          <Button look="primary" onClick={() => setSheet('queue')}>
            {text.enqueue}
          </Button>
        )}
      </div>
      {sheet === 'sign' && <SignSheet session={session} onClose={close} />}
      {sheet === 'queue' && <QueueSheet session={session} onClose={close} />}
    </footer>
  );
};
