import { useState } from 'preact/hooks';
import { isFixed, mayBeRestored, withdrawn, without } from '../../../app/processes/documents.ts';
import { takeUpAgain } from '../../../app/processes/sign-document.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { goTo } from '../../router.ts';
import { documentText as text } from '../../text/process.ts';
import type { DocumentProps } from './document-screen.tsx';

interface DocumentActionsProps extends DocumentProps {
  /** Opens the question before a signature. */
  onSign: () => void;
}

/** What can be done with a document as a whole. */
export const DocumentActions = ({
  session,
  document,
  change,
  readOnly,
  onSign,
}: DocumentActionsProps) => {
  const { id, origin, draftHtml, components, retirado } = document;
  const isSigned = components.some(({ signatures }) => signatures.length > 0);
  const [isGone, setGone] = useState(false);
  const takeUp = async () => setGone(!(await takeUpAgain(session, document)).ok);
  const remove = () => {
    const { id: processId } = session.process.value;
    session.change((known) => ({ ...known, documents: without(known.documents, id) }));
    goTo({ screen: 'processos', id: processId });
  };
  return (
    <>
      {!isFixed(document) && (
        <AskFirst
          label={text.remove}
          title={text.removeTitle}
          cancel={text.cancel}
          onConfirm={remove}
        >
          <p>{text.removeBody}</p>
        </AskFirst>
      )}
      {retirado ? (
        mayBeRestored(document) && (
          <Button look="quiet" onClick={() => change(withdrawn)}>
            {text.restore}
          </Button>
        )
      ) : (
        <AskFirst
          label={text.withdraw}
          title={text.withdrawTitle}
          cancel={text.cancel}
          onConfirm={() => change(withdrawn)}
        >
          <p>{text.withdrawBody(isFixed(document))}</p>
        </AskFirst>
      )}
      {!readOnly && origin === 'written' && isSigned && (
        <AskFirst
          label={text.change}
          title={text.changeTitle}
          cancel={text.cancel}
          look="secondary"
          onConfirm={() => void takeUp()}
        >
          <p>{text.changeBody}</p>
        </AskFirst>
      )}
      {!readOnly && (draftHtml !== undefined || components.length > 0) && (
        <Button
          id="assinar-documento"
          look={isSigned || origin === 'file' ? 'secondary' : 'primary'}
          onClick={onSign}
        >
          {text.sign}
        </Button>
      )}
      {isGone && <Notice tone="danger">{text.textGone}</Notice>}
    </>
  );
};
