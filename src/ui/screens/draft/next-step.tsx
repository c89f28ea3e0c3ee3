import { useState } from 'preact/hooks';
import { type DraftSession, filesOf } from '../../../app/drafts/draft-session.ts';
import { needsSignature } from '../../../app/drafts/sign-files.ts';
import { entriesByField, errorCount } from '../../form/entries-by-field.ts';
import { focusField } from '../../form/field-id.ts';
import { Button } from '../../parts/button.tsx';
import { draftText as text } from '../../text/rascunho.ts';
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
  const errors = errorCount(entriesByField(session.report.value, 'checking'));
  const unsigned = filesOf(session).filter(needsSignature);
  const isChecked = checking && errors === 0;
  const close = () => setSheet(undefined);

  const check = () => {
    onCheck();
    const [first] = entriesByField(session.report.value, 'checking').keys();
    if (first !== undefined) focusField(first);
  };

  return (
    <footer class="next-step">
      <span role="status">
        {checking && (errors > 0 ? text.errorsCount(errors) : text.checkedOk)}
      </span>
      <div class="actions">
        <Button look={isChecked ? 'secondary' : 'primary'} onClick={check}>
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
