import { useState } from 'preact/hooks';
import type { Component, ProcessDocument } from '../../../app/processes/types.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { showSize } from '../../text/attachment.ts';
import { documentText as text, viewText } from '../../text/process.ts';
import { ReceivedSignatures } from './received-signatures.tsx';
import { saveComponent } from './save-component.ts';
import { ViewSheet } from './view-sheet.tsx';

interface ComponentListProps {
  components: readonly Component[];
  /** The document as it came, where it did. */
  wire?: ProcessDocument['wire'];
  /** Absent where none may go. */
  onTakeOut?: ((ordem: number) => void) | undefined;
}

/** The files of a document, each with what identifies it and who signed it. */
export const ComponentList = ({ components, wire, onTakeOut }: ComponentListProps) => {
  const [seen, setSeen] = useState<Component>();
  const [missing, setMissing] = useState<number>();
  const save = async (component: Component) => {
    setMissing((await saveComponent(component)) ? undefined : component.ordem);
  };
  if (components.length === 0) return <p class="soft">{text.noFiles}</p>;
  return (
    <>
      <ol class="documents">
        {components.map((component) => (
          <li key={component.ordem} class="document-row">
            <div class="document-words">
              <strong>{component.nome}</strong>{' '}
              <span class="soft small">
                {component.mimeType === 'outro'
                  ? (component.dadosComplementares ?? component.mimeType)
                  : component.mimeType}
                , {showSize(component.size)}
              </span>
              {component.signatures.map(({ p7sSha256, holder, at }) => (
                <div key={p7sSha256} class="small">
                  {text.signedBy(holder, showInstant(at))}
                </div>
              ))}
              {wire && <ReceivedSignatures component={component} wire={wire} />}
              <details class="small">
                <summary>{text.hash}</summary>
                <span class="mono">{component.sha256}</span>
              </details>
            </div>
            <div class="actions">
              <Button aria-label={text.viewOf(component.nome)} onClick={() => setSeen(component)}>
                {text.view}
              </Button>
              <Button
                look="quiet"
                aria-label={text.saveOf(component.nome)}
                onClick={() => void save(component)}
              >
                {text.save}
              </Button>
              {onTakeOut && (
                <Button
                  look="quiet"
                  aria-label={text.takeOutOf(component.nome)}
                  onClick={() => onTakeOut(component.ordem)}
                >
                  {text.takeOut}
                </Button>
              )}
            </div>
            {missing === component.ordem && <Notice tone="danger">{viewText.missing}</Notice>}
          </li>
        ))}
      </ol>
      {seen && <ViewSheet component={seen} onClose={() => setSeen(undefined)} />}
    </>
  );
};
