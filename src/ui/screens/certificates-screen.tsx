import { useState } from 'preact/hooks';
import { factsOfKnown } from '../../app/certificate-facts.ts';
import { certificates } from '../../app/certificates.ts';
import { keepKey, lock, removeCertificate } from '../../app/key.ts';
import { key } from '../../app/state.ts';
import { DemoFiles } from '../certificate/demo-files.tsx';
import { KnownCertificate } from '../certificate/known-certificate.tsx';
import { OpenCertificate } from '../certificate/open-certificate.tsx';
import { Unlock } from '../certificate/unlock.tsx';
import { AskFirst } from '../parts/ask-first.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { certificateText as text } from '../text/certificados.ts';
import { CERTIFICATE_FAULTS } from '../text/faults.ts';
import { TrustSection } from '../trust/trust-section.tsx';

export const CertificatesScreen = () => {
  const state = key.value;
  return (
    <>
      <ScreenHead title={text.title} lead={text.lead} />
      <div class="stack">
        <div class="columns">
          <section class="card stack" aria-labelledby="known">
            <h2 id="known">{text.known}</h2>
            {certificates.value.length === 0 && <p class="soft">{text.none}</p>}
            <ul class="plain-list">
              {certificates.value.map(({ summary }) => (
                <li key={summary.fingerprint}>
                  <Known fingerprint={summary.fingerprint} />
                </li>
              ))}
            </ul>
            {certificates.value.length > 0 && <p class="soft small">{text.a1Ends}</p>}
          </section>
          <div class="stack">
            {state.kind === 'locked' && (
              <section class="card stack" aria-labelledby="unlock">
                <h2 id="unlock">{text.unlockTitle}</h2>
                <Unlock />
              </section>
            )}
            {state.kind === 'unlocked' && <KeepKey />}
            {state.kind !== 'locked' && (
              <section class="card stack" aria-labelledby="import">
                <h2 id="import">{text.importTitle}</h2>
                <OpenCertificate />
              </section>
            )}
            <DemoFiles />
          </div>
        </div>
        <TrustSection />
      </div>
    </>
  );
};

const Known = ({ fingerprint }: { fingerprint: string }) => {
  const known = certificates.value.find(({ summary }) => summary.fingerprint === fingerprint);
  const state = key.value;
  const facts = known && factsOfKnown(known);
  if (!facts) return null;
  const isOpen = state.kind === 'unlocked' && state.certificate.fingerprint === fingerprint;
  return (
    <article class="stack">
      <KnownCertificate facts={facts} />
      <div class="actions">
        <span class={`chip ${isOpen ? 'chip-success' : ''}`}>
          {isOpen ? text.openState : text.lockedState}
        </span>
        {isOpen && <Button onClick={lock}>{text.lock}</Button>}
        <AskFirst
          label={text.remove}
          title={text.removeTitle}
          cancel={text.cancel}
          onConfirm={() => void removeCertificate(fingerprint)}
        >
          <p>{text.removeBody}</p>
        </AskFirst>
      </div>
    </article>
  );
};

const SHORTEST = 12;

const KeepKey = () => {
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [fault, setFault] = useState<string>();
  if (key.value.kind === 'unlocked' && key.value.wrapped) {
    return <Notice tone="success">{text.kept}</Notice>;
  }
  const keep = async () => {
    if (passphrase.length < SHORTEST) return setFault(text.tooShort);
    if (passphrase !== repeated) return setFault(text.notEqual);
    const kept = await keepKey(passphrase);
    setFault(kept.ok ? undefined : CERTIFICATE_FAULTS[kept.error]);
  };
  return (
    <TaskForm onSubmit={() => void keep()} card labelledBy="keep">
      <h2 id="keep">{text.keepTitle}</h2>
      <p>{text.keepLead}</p>
      <TextField
        secret
        id="keep-passphrase"
        label={text.keepPassphrase}
        value={passphrase}
        fault={fault}
        onInput={setPassphrase}
      />
      <TextField
        secret
        id="keep-repeat"
        label={text.keepRepeat}
        value={repeated}
        onInput={setRepeated}
      />
      <Button type="submit">{text.keep}</Button>
    </TaskForm>
  );
};
