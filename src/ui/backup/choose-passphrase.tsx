import { useState } from 'preact/hooks';
import { choosePassphrase, SHORTEST_PASSPHRASE } from '../../app/backup/copy-keys.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { copyText as text } from '../text/copia.ts';
import { SAVE_STATES } from '../text/faults.ts';

interface ChoosePassphraseProps {
  onChosen: () => void;
  /** Absent where there is none to go on with. */
  onCancel?: (() => void) | undefined;
}

type Fault = 'too-short' | 'not-same' | 'storage-full';

/** Has the person choose the passphrase that opens copies, twice, for nobody can help her where it is lost. */
export const ChoosePassphrase = ({ onChosen, onCancel }: ChoosePassphraseProps) => {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<Fault>();
  const choose = async () => {
    if (passphrase.length < SHORTEST_PASSPHRASE) return setFault('too-short');
    if (passphrase !== again) return setFault('not-same');
    const chosen = await choosePassphrase(passphrase);
    if (chosen.ok) onChosen();
    else setFault(chosen.error);
  };
  return (
    <TaskForm onSubmit={() => void choose()} labelledBy="copy-passphrase">
      <h3 id="copy-passphrase">{text.chooseTitle}</h3>
      <p>{text.chooseLead}</p>
      {onCancel && <p>{text.changeHelp}</p>}
      <TextField
        id="copy-new-passphrase"
        label={text.passphrase(SHORTEST_PASSPHRASE)}
        fault={fault === 'too-short' ? text.tooShort(SHORTEST_PASSPHRASE) : undefined}
        secret
        value={passphrase}
        onInput={setPassphrase}
      />
      <TextField
        id="copy-repeat"
        label={text.repeat}
        fault={fault === 'not-same' ? text.notSame : undefined}
        secret
        value={again}
        onInput={setAgain}
      />
      {fault === 'storage-full' && <Notice tone="danger">{SAVE_STATES[fault]}</Notice>}
      <div class="actions">
        <Button type="submit">{text.choose}</Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {text.keep}
          </Button>
        )}
      </div>
    </TaskForm>
  );
};
