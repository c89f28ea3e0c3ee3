import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type DraftSession, filesOf } from '../../../app/drafts/draft-session.ts';
import { needsSignature, signFiles } from '../../../app/drafts/sign-files.ts';
import type { Attachment, SignatureForm } from '../../../app/form.ts';
import { openSigner } from '../../../app/key.ts';
import { SigningCertificate } from '../../certificate/signing-certificate.tsx';
import { usePreflight } from '../../certificate/use-preflight.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { showSize } from '../../text/attachment.ts';
import { SIGNING_FAULTS } from '../../text/faults.ts';
import { draftText as text } from '../../text/rascunho.ts';
import { FileElsewhere } from './file-elsewhere.tsx';

interface SheetProps {
  session: DraftSession;
  onClose: () => void;
}

/** Before every signature: whose certificate, what exactly, what it will cause, one button. */
export const SignSheet = ({ session, onClose }: SheetProps) => {
  const files = filesOf(session).filter(needsSignature);
  const [forms, setForms] = useState<ReadonlyMap<string, SignatureForm>>(new Map());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const { checks, allowed, handwritten, stillAllowed } = usePreflight();

  const sign = async () => {
    const signer = openSigner();
    if (!signer || !(await stillAllowed())) return;
    const chosen = new Map(files.map(({ id }) => [id, forms.get(id) ?? 'p7s']));
    const signed = await signFiles(session, chosen, signer);
    if (signed.ok) onClose();
    else setFault(SIGNING_FAULTS[signed.error]);
  };
  const begin = () => {
    setBusy(true);
    void sign().finally(() => setBusy(false));
  };

  return (
    <Sheet
      title={text.signTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={!allowed || busy} onClick={begin}>
            {busy ? text.signing : text.signNow}
          </Button>
        </>
      }
    >
      <div class="stack">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <SigningCertificate checks={checks} needKey={text.needKey} />
        <p>{text.signLead}</p>
        <ul class="plain-list">
          {files.map((attachment) => (
            <FileToSign
              key={attachment.id}
              attachment={attachment}
              form={forms.get(attachment.id) ?? 'p7s'}
              onForm={(form) => setForms(new Map(forms).set(attachment.id, form))}
            >
              <FileElsewhere session={session} attachment={attachment} onAllSigned={onClose} />
            </FileToSign>
          ))}
        </ul>
        <p>{text.signWill(handwritten)}</p>
      </div>
    </Sheet>
  );
};

interface FileToSignProps {
  attachment: Attachment;
  form: SignatureForm;
  onForm: (form: SignatureForm) => void;
  /** Another way to sign it. */
  children: ComponentChildren;
}

const FileToSign = ({ attachment: { id, chosen }, form, onForm, children }: FileToSignProps) => (
  <li>
    <strong>{chosen.name}</strong> ({showSize(chosen.size)})
    <div class="soft small">{text.hash}</div>
    <div class="mono soft">{chosen.sha256}</div>
    {chosen.kind === 'pdf' && (
      <fieldset class="radio-list">
        <legend class="small">{text.form}</legend>
        {(['p7s', 'pdf'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`forma-${id}`}
              checked={form === each}
              onChange={() => onForm(each)}
            />{' '}
            {each === 'p7s' ? text.formP7s : text.formPdf}
          </label>
        ))}
      </fieldset>
    )}
    {children}
  </li>
);
