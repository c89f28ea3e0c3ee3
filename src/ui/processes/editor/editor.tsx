import { useEffect, useRef } from 'preact/hooks';
import { cleanHtml } from '../../../app/processes/written/clean-html.ts';
import { bodyOf, bodyOfText, nodesOf } from '../../../app/processes/written/written-document.ts';
import { insertHtml } from '../../../app/trusted-types.ts';
import { editorText as text } from '../../text/editor.ts';
import { Toolbar } from './toolbar.tsx';

interface EditorProps {
  /** Names the text for who cannot see it. */
  label: string;
  /** What it begins with; what is written afterwards is the editor's. */
  body: string;
  /** What stands in it, at each pause of writing and when it is left. */
  onWritten: (body: string) => void;
  /** Of who needs what was typed sooner than at the next pause: takes how to ask for it, gives how to end that. */
  beforeFlush: (tell: () => void) => () => void;
}

/** No element but a `div` lets a person edit with formats. */
const textbox = (label: string) => ({
  role: 'textbox' as const,
  'aria-multiline': true,
  'aria-label': label,
  'aria-describedby': 'texto-do-documento-ajuda',
});

const PAUSE_MS = 400;

/** Where a document is written: the browser's own editing, of which only the words of a written document are kept. */
export const Editor = ({ label, body, onWritten, beforeFlush }: EditorProps) => {
  const page = useRef<HTMLDivElement>(null);
  const written = useRef(onWritten);
  written.current = onWritten;

  useEffect(() => {
    const sheet = page.current;
    if (!sheet) return;
    document.execCommand('defaultParagraphSeparator', false, 'p');
    document.execCommand('styleWithCSS', false, 'false');
    sheet.replaceChildren(...nodesOf(body || '<p><br></p>'));
    let last = cleanHtml(sheet);
    let pause: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      clearTimeout(pause);
      const now = cleanHtml(sheet);
      if (now !== last) written.current(now);
      last = now;
    };
    const leave = beforeFlush(tell);
    const listening = new AbortController();
    const { signal } = listening;
    const wait = () => {
      clearTimeout(pause);
      pause = setTimeout(tell, PAUSE_MS);
    };
    sheet.addEventListener('input', wait, { signal });
    sheet.addEventListener('blur', tell, { signal });
    sheet.addEventListener('paste', paste, { signal });
    // What is dropped would come in uncleaned.
    sheet.addEventListener('drop', (event) => event.preventDefault(), { signal });
    return () => {
      tell();
      leave();
      listening.abort();
    };
  }, []);

  return (
    <div class="editor">
      <Toolbar page={page} />
      <div
        ref={page}
        id="texto-do-documento"
        class="editor-page"
        contentEditable
        {...textbox(label)}
        spellcheck
        lang="pt-BR"
      />
      <p id="texto-do-documento-ajuda" class="field-help">
        {text.help}
      </p>
    </div>
  );
};

const paste = (event: ClipboardEvent) => {
  event.preventDefault();
  const html = event.clipboardData?.getData('text/html');
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  // A line within a line stays in it.
  if (html) insertHtml(bodyOf(html));
  else if (plain.includes('\n')) insertHtml(bodyOfText(plain));
  else document.execCommand('insertText', false, plain);
};
