import { useEffect, useRef } from 'preact/hooks';
import { beginDocument } from '../../app/processes/begin-document.ts';
import {
  canMove,
  isFixed,
  moved,
  withComponent,
  withDocument,
} from '../../app/processes/documents.ts';
import type { ProcessSession } from '../../app/processes/process-session.ts';
import type { ProcessDocument } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
import { goTo, hrefOf } from '../router.ts';
import { documentsText as text } from '../text/process.ts';
import { DocumentMarks } from './document-marks.tsx';
import { TakeFiles } from './take-files.tsx';

/** The documents of a process in their order, and how there come more. */
export const DocumentList = ({
  session,
  readOnly,
}: {
  session: ProcessSession;
  readOnly: boolean;
}) => {
  const { id: processId, documents } = session.process.value;
  const write = () => {
    const document = beginDocument('written', text.written);
    session.change((process) => ({
      ...process,
      documents: withDocument(process.documents, document),
    }));
    goTo({ screen: 'processos', id: `${processId}/${document.id}` });
  };
  return (
    <section class="card stack" aria-labelledby="documentos">
      <h2 id="documentos" tabIndex={-1}>
        {text.title}
      </h2>
      {documents.length === 0 ? (
        <p class="soft">{text.none}</p>
      ) : (
        <ol class="documents">
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              session={session}
              document={document}
              readOnly={readOnly}
            />
          ))}
        </ol>
      )}
      {!readOnly && (
        <>
          <TakeFiles
            label={text.addFiles}
            help={text.addFilesHelp}
            onTaken={(component) => {
              const document = withComponent(beginDocument('file', component.nome), component);
              session.change((process) => ({
                ...process,
                documents: withDocument(process.documents, document),
              }));
            }}
          />
          <Button onClick={write}>{text.write}</Button>
        </>
      )}
    </section>
  );
};

interface DocumentRowProps {
  session: ProcessSession;
  document: ProcessDocument;
  readOnly: boolean;
}

const WAYS = [
  { by: -1, label: text.up },
  { by: 1, label: text.down },
] as const;

const DocumentRow = ({ session, document, readOnly }: DocumentRowProps) => {
  const process = session.process.value;
  const { id, ordem, especie, descricao, retirado } = document;
  const name = text.name(ordem, especie.nomeNoProdutor, descricao);
  // A row that moves loses the focus that one of its buttons has.
  const pressed = useRef<HTMLButtonElement>(undefined);
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = undefined;
  }, [ordem]);
  return (
    <li class={`document-row ${retirado ? 'document-withdrawn' : ''}`}>
      <div class="document-words">
        <a id={`documento-${id}`} href={hrefOf({ screen: 'processos', id: `${process.id}/${id}` })}>
          {name}
        </a>
        <DocumentMarks document={document} />
      </div>
      {!readOnly && !isFixed(document) && process.documents.length > 1 && (
        <div class="actions">
          {WAYS.map(({ by, label }) => (
            <Button
              key={label}
              look="quiet"
              aria-label={text.moveOf(name, label)}
              // At the end it keeps the focus.
              aria-disabled={!canMove(process.documents, id, by)}
              onClick={({ currentTarget }) => {
                pressed.current = currentTarget;
                session.change((known) => ({
                  ...known,
                  documents: moved(known.documents, id, by),
                }));
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
};
