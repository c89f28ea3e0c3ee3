import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { editorText as text } from '../../text/editor.ts';

type Block = 'p' | 'h1' | 'h2';
const BLOCKS: readonly Block[] = ['p', 'h1', 'h2'];
const MARKS = ['bold', 'italic', 'insertUnorderedList', 'insertOrderedList'] as const;
const STEPS = ['undo', 'redo'] as const;

interface Format {
  block: string;
  marks: ReadonlySet<string>;
}

const formatHere = (): Format => ({
  block: document.queryCommandValue('formatBlock').toLowerCase(),
  marks: new Set(MARKS.filter((mark) => document.queryCommandState(mark))),
});

/** The formats of a document that is written here, and undo. */
export const Toolbar = ({ page }: { page: RefObject<HTMLDivElement | null> }) => {
  const [format, setFormat] = useState<Format>({ block: 'p', marks: new Set() });
  // Where in the document the person was before she went to a button.
  const place = useRef<Range>(undefined);

  useEffect(() => {
    const look = () => {
      const selection = getSelection();
      if (!selection?.rangeCount || !page.current?.contains(selection.anchorNode)) return;
      place.current = selection.getRangeAt(0);
      setFormat(formatHere());
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);

  const run = (command: string, value?: string) => {
    page.current?.focus();
    const selection = getSelection();
    if (place.current && selection) {
      selection.removeAllRanges();
      selection.addRange(place.current);
    }
    document.execCommand(command, false, value);
    setFormat(formatHere());
  };

  const button = (name: string, pressed: boolean | undefined, act: () => void) => (
    <button
      key={name}
      type="button"
      class="editor-button"
      aria-pressed={pressed}
      // The cursor stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      {name}
    </button>
  );

  return (
    <fieldset class="editor-toolbar" aria-label={text.formats}>
      {BLOCKS.map((block) =>
        button(text.blocks[block], format.block === block, () => run('formatBlock', `<${block}>`)),
      )}
      {MARKS.map((mark) => button(text.marks[mark], format.marks.has(mark), () => run(mark)))}
      {STEPS.map((step) => button(text.steps[step], undefined, () => run(step)))}
    </fieldset>
  );
};
