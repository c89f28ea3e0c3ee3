import { isFixed, withChanged } from '../../../app/processes/documents.ts';
import type { ProcessSession } from '../../../app/processes/process-session.ts';
import type { ProcessDocument } from '../../../app/processes/types.ts';
import { Notice } from '../../parts/notice.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { hrefOf } from '../../router.ts';
import { documentText as text } from '../../text/process.ts';
import { DocumentMarks } from '../document-marks.tsx';
import { Elsewhere } from '../elsewhere.tsx';
import { SaveMark } from '../save-mark.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentContent } from './document-content.tsx';
import { DocumentFields } from './document-fields.tsx';

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
}: Pick<DocumentProps, 'session' | 'document'>) => {
  const process = session.process.value;
  const isLocked = session.elsewhere.value;
  const change: DocumentProps['change'] = (edit) =>
    session.change((known) => ({
      ...known,
      documents: withChanged(known.documents, document.id, edit),
    }));
  const readOnly = isLocked || isFixed(document) || document.retirado;
  const props = { session, document, change, readOnly };
  return (
    <>
      <ScreenHead
        title={text.title(document.ordem)}
        lead={<DocumentMarks document={document} />}
        above={
          <a class="small" href={hrefOf({ screen: 'processos', id: process.id })}>
            ← {text.back(process.protocolo)}
          </a>
        }
      >
        <div class="actions">
          <SaveMark session={session} />
          {!isLocked && <DocumentActions {...props} />}
        </div>
      </ScreenHead>
      <div class="stack process-document">
        <Elsewhere session={session} />
        {isFixed(document) && <Notice tone="info">{text.fixed}</Notice>}
        <DocumentFields {...props} />
        <DocumentContent {...props} />
      </div>
    </>
  );
};
