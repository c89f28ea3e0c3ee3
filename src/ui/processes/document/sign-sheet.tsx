import { useEffect, useState } from 'preact/hooks';
import { openSigner } from '../../../app/key.ts';
import type { ProcessSession } from '../../../app/processes/process-session.ts';
import { contentOf } from '../../../app/processes/shown-content.ts';
import { contentsOf, signDocument, titleOf } from '../../../app/processes/sign-document.ts';
import { takeSignature } from '../../../app/processes/take-signature.ts';
import type { Component, ProcessDocument } from '../../../app/processes/types.ts';
import { SigningCertificate } from '../../certificate/signing-certificate.tsx';
import { usePreflight } from '../../certificate/use-preflight.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { SignElsewhere } from '../../parts/sign-elsewhere.tsx';
import { elsewhereText } from '../../text/assinar.ts';
import { showSize } from '../../text/attachment.ts';
import {
  documentText,
  SIGN_DOCUMENT_FAULTS,
  signDocumentText as text,
} from '../../text/process.ts';

interface SignSheetProps {
  session: ProcessSession;
  document: ProcessDocument;
  onClose: () => void;
}

/** Before the signature of a document: whose certificate, what exactly, what it will cause, one button. */
export const SignSheet = ({ session, document, onClose }: SignSheetProps) => {
  const [contents, setContents] = useState<readonly Component[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const { checks, allowed, handwritten, stillAllowed } = usePreflight();

  useEffect(() => {
    void contentsOf(document).then((frozen) => {
      if (frozen.ok) setContents(frozen.value);
      else setFault(SIGN_DOCUMENT_FAULTS[frozen.error]);
    });
  }, []);

  const sign = async () => {
    const signer = openSigner();
    if (!signer || !(await stillAllowed())) return;
    const signed = await signDocument(session, document.id, contents, signer);
    if (signed.ok) onClose();
    else setFault(SIGN_DOCUMENT_FAULTS[signed.error]);
  };
  const begin = () => {
    setBusy(true);
    void sign().finally(() => setBusy(false));
  };

  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="primary"
            disabled={!allowed || busy || contents.length === 0}
            onClick={begin}
          >
            {busy ? text.signing : text.now}
          </Button>
        </>
      }
    >
      <div class="stack">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <SigningCertificate checks={checks} needKey={text.needKey} />
        <p>{text.lead}</p>
        <p>
          <strong>{titleOf(document)}</strong>
        </p>
        <ul class="plain-list">
          {contents.map((component) => (
            <li key={component.ordem}>
              {component.nome} ({showSize(component.size)})
              <div class="soft small">{documentText.hash}</div>
              <div class="mono soft">{component.sha256}</div>
              <details>
                <summary>{elsewhereText.title}</summary>
                <SignElsewhere
                  name={component.nome}
                  words={{ ...elsewhereText, signThere: text.signThere }}
                  content={() => contentOf(component.sha256)}
                  take={async (file) => {
                    const { id } = document;
                    const taken = await takeSignature(session, id, contents, component, file);
                    if (taken.ok) onClose();
                    return taken;
                  }}
                />
              </details>
            </li>
          ))}
        </ul>
        <p>{text.will(handwritten)}</p>
      </div>
    </Sheet>
  );
};
