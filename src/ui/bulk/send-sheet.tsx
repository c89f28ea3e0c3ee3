import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { agreedOf, type ReadyDraft } from '../../app/bulk/agreement.ts';
import { sendBatch } from '../../app/bulk/send.ts';
import type { SignatureForm } from '../../app/form.ts';
import { representacaoInUse } from '../../app/session/represented.ts';
import { key } from '../../app/state.ts';
import { SigningCertificate } from '../certificate/signing-certificate.tsx';
import { usePreflight } from '../certificate/use-preflight.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { InWhoseName } from '../represented/in-whose-name.tsx';
import { showSize } from '../text/attachment.ts';
import { sendText as text } from '../text/lote.ts';
import { draftText } from '../text/rascunho.ts';

interface SendSheetProps {
  ready: readonly ReadyDraft[];
  /** Where they go, and in whose name where that is settled. */
  of: { ambiente: string; representacao?: number | undefined };
  onClose: () => void;
  /** Told first. */
  children?: ComponentChildren;
}

/** One agreement for all that is ready: whose certificate, which files, what it will cause, one button. */
export const SendSheet = ({ onClose, children, ...asked }: SendSheetProps) => {
  // As it is when the sheet opens: what becomes ready later was not agreed to.
  const [{ ready, of }] = useState(asked);
  const [pdfForm, setPdfForm] = useState<SignatureForm>('p7s');
  const settled = of.representacao ?? representacaoInUse.value;
  const [chosen, setChosen] = useState<number>();
  const { checks, allowed, handwritten, stillAllowed } = usePreflight();
  const files = ready.flatMap(({ checked }) => checked.unsigned);
  const signs = files.length > 0;

  const send = async () => {
    const state = key.value;
    if (signs && !(state.kind === 'unlocked' && (await stillAllowed()))) return;
    const certificate = signs && state.kind === 'unlocked' ? state.certificate : undefined;
    sendBatch({
      drafts: agreedOf(ready),
      ...{ pdfForm, certificate, ambiente: of.ambiente, representacao: settled ?? chosen },
    });
    onClose();
  };

  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={signs && !allowed} onClick={() => void send()}>
            {signs ? text.now : text.nowUnsigned}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{text.lead(ready.length, files.length)}</p>
        {children}
        {signs && <SigningCertificate checks={checks} needKey={text.needKey} />}
        {files.some(({ chosen }) => chosen.kind === 'pdf') && (
          <fieldset class="radio-list">
            <legend class="small">{text.pdfForm}</legend>
            {(['p7s', 'pdf'] as const).map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="forma"
                  checked={pdfForm === each}
                  onChange={() => setPdfForm(each)}
                />{' '}
                {each === 'p7s' ? draftText.formP7s : draftText.formPdf}
              </label>
            ))}
          </fieldset>
        )}
        {signs && (
          <details>
            <summary>{text.list(files.length)}</summary>
            <ul class="plain-list">
              {files.map(({ id, chosen }) => (
                <li key={id}>
                  <strong class="path">{chosen.name}</strong> ({showSize(chosen.size)})
                  <div class="mono soft path">{chosen.sha256}</div>
                </li>
              ))}
            </ul>
          </details>
        )}
        <InWhoseName settled={settled} chosen={chosen} onChoose={setChosen} />
        {signs && <p>{draftText.signWill(handwritten)}</p>}
        <p>{text.will}</p>
      </div>
    </Sheet>
  );
};
