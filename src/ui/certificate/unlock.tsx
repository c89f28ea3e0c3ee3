import { useState } from 'preact/hooks';
import { unlockWithPassphrase } from '../../app/key.ts';
import { key } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { certificateText as text } from '../text/certificados.ts';
import { CERTIFICATE_FAULTS } from '../text/faults.ts';
import { OpenCertificate } from './open-certificate.tsx';

/** Opens the key: with the passphrase where it was kept, else with the PFX again. */
export const Unlock = () => {
  const state = key.value;
  const [byFile, setByFile] = useState(false);
  if (state.kind !== 'locked' || !state.wrapped || byFile) return <OpenCertificate />;
  return (
    <div class="stack">
      <PassphraseForm fingerprint={state.certificate.fingerprint} />
      <Button look="quiet" onClick={() => setByFile(true)}>
        {text.otherFile}
      </Button>
    </div>
  );
};

const PassphraseForm = ({ fingerprint }: { fingerprint: string }) => {
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<string>();
  const unlock = async () => {
    const opened = await unlockWithPassphrase(fingerprint, passphrase);
    setFault(opened.ok ? undefined : CERTIFICATE_FAULTS[opened.error]);
  };
  return (
    <TaskForm onSubmit={() => void unlock()}>
      <TextField
        id="passphrase"
        label={text.unlockWithPassphrase}
        help={text.unlockPassphraseHelp}
        fault={fault}
        secret
        value={passphrase}
        onInput={setPassphrase}
      />
      <Button look="primary" type="submit">
        {text.unlock}
      </Button>
    </TaskForm>
  );
};
