import { withComponent, withoutComponent } from '../../../app/processes/documents.ts';
import { documentText as text } from '../../text/process.ts';
import { Editor } from '../editor/editor.tsx';
import { TakeFiles } from '../take-files.tsx';
import { ComponentList } from './component-list.tsx';
import type { DocumentProps } from './document-screen.tsx';

/** What a document holds: the text being written, or its files. */
export const DocumentContent = ({ document, change, readOnly }: DocumentProps) => {
  const { draftHtml, origin, components } = document;
  if (draftHtml !== undefined && !readOnly) {
    return (
      <Editor
        label={text.text}
        body={draftHtml}
        onWritten={(body) =>
          change((known) => (known.draftHtml === undefined ? known : { ...known, draftHtml: body }))
        }
      />
    );
  }
  const mayChange = origin === 'file' && !readOnly;
  return (
    <section class="stack" aria-labelledby="arquivos-do-documento">
      <h2 id="arquivos-do-documento" tabIndex={-1}>
        {text.files}
      </h2>
      <ComponentList
        components={components}
        onTakeOut={
          mayChange ? (ordem) => change((known) => withoutComponent(known, ordem)) : undefined
        }
      />
      {mayChange && (
        <TakeFiles
          label={text.addFile}
          help={text.addFileHelp}
          onTaken={(component) => change((known) => withComponent(known, component))}
        />
      )}
    </section>
  );
};
