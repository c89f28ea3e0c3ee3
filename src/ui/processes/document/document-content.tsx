import { useMemo } from 'preact/hooks';
import { withComponent, withoutComponent } from '../../../app/processes/documents.ts';
import { shownDraft } from '../../../app/processes/shown-content.ts';
import { titleOf } from '../../../app/processes/sign-document.ts';
import { documentText as text } from '../../text/process.ts';
import { Editor } from '../editor/editor.tsx';
import { TakeFiles } from '../take-files.tsx';
import { ComponentList } from './component-list.tsx';
import type { DocumentProps } from './document-screen.tsx';
import { SafeFrame } from './seen-content.tsx';

/** What a document holds: the text being written, or its files. */
export const DocumentContent = ({ session, document, change, readOnly }: DocumentProps) => {
  const { draftHtml, origin, components, wire } = document;
  if (draftHtml !== undefined) {
    return readOnly ? (
      <Draft title={titleOf(document)} body={draftHtml} />
    ) : (
      <Editor
        label={text.text}
        body={draftHtml}
        beforeFlush={session.beforeFlush}
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
        {...(origin === 'received' && { wire })}
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

/** The text as far as it is written, where it is not to be changed. */
const Draft = ({ title, body }: { title: string; body: string }) => {
  const content = useMemo(() => shownDraft(title, body), [title, body]);
  return (
    <section class="stack" aria-label={text.text}>
      <SafeFrame content={content} name={title} />
    </section>
  );
};
