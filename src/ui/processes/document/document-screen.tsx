import { useState } from 'preact/hooks';
import { isFixed, withChanged } from '../../../app/processes/documents.ts';
import type { ProcessSession } from '../../../app/processes/process-session.ts';
import { titleOf } from '../../../app/processes/sign-document.ts';
import type { ProcessDocument } from '../../../app/processes/types.ts';
import { Notice } from '../../parts/notice.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { hrefOf } from '../../router.ts';
import { documentText as text } from '../../text/process.ts';
import { useWantedField } from '../checks/wanted-field.ts';
import { DocumentMarks } from '../document-marks.tsx';
import { Elsewhere } from '../elsewhere.tsx';
import type { OpenProcess } from '../process-screen.tsx';
import { SaveMark } from '../save-mark.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentContent } from './document-content.tsx';
import { DocumentFields } from './document-fields.tsx';
import { SignSheet } from './sign-sheet.tsx';

export interface DocumentProps {
  session: ProcessSession;
  document: ProcessDocument;
  readOnly: boolean;
  change: (edit: (document: ProcessDocument) => ProcessDocument) => void;
}

/** One document of a process: what it is, and what it holds. */
export const DocumentScreen = ({
  session,
  document,
  isLocked,
}: OpenProcess & Pick<DocumentProps, 'document'>) => {
  const process = session.process.value;
  const change: DocumentProps['change'] = (edit) =>
    session.change((known) => ({
      ...known,
      documents: withChanged(known.documents, document.id, edit),
    }));
  const readOnly = isLocked || isFixed(document) || document.retirado;
  const [signing, setSigning] = useState(false);
  useWantedField(document.id);
  const props = { session, document, change, readOnly };
  return (
    <>
      <ScreenHead
        title={text.title(document.ordem, titleOf(document))}
        lead={<DocumentMarks document={document} />}
        above={
          <a class="small" href={hrefOf({ screen: 'processos', id: process.id })}>
            ← {text.back(process.protocolo)}
          </a>
        }
      >
        <div class="actions">
          <SaveMark session={session} />
          {!isLocked && <DocumentActions {...props} onSign={() => setSigning(true)} />}
        </div>
      </ScreenHead>
      <div class="stack process-document">
        <Elsewhere session={session} />
        {isFixed(document) && <Notice tone="info">{text.fixed}</Notice>}
        <DocumentFields {...props} />
        <DocumentContent {...props} />
      </div>
      {signing && (
        <SignSheet session={session} document={document} onClose={() => setSigning(false)} />
      )}
    </>
  );
};
