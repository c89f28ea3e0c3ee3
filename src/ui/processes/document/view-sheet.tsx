import { useEffect, useMemo, useState } from 'preact/hooks';
import { type ShownContent, shownContent } from '../../../app/processes/shown-content.ts';
import type { Component } from '../../../app/processes/types.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { viewText as text } from '../../text/process.ts';
import { saveComponent } from './save-component.ts';

interface ViewSheetProps {
  component: Component;
  onClose: () => void;
}

/** What a file holds, as far as it can be shown without trusting who made it. */
export const ViewSheet = ({ component, onClose }: ViewSheetProps) => {
  const [shown, setShown] = useState<ShownContent>();
  useEffect(() => {
    void shownContent(component).then(setShown);
  }, [component]);
  return (
    <Sheet
      title={text.title(component.nome)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void saveComponent(component)}>{text.save}</Button>
          <Button look="primary" onClick={onClose}>
            {text.close}
          </Button>
        </>
      }
    >
      <div class="stack">{shown && <Shown shown={shown} name={component.nome} />}</div>
    </Sheet>
  );
};

const Shown = ({ shown, name }: { shown: ShownContent; name: string }) => {
  switch (shown.kind) {
    case 'page':
      return <Page content={shown.content} name={name} />;
    case 'picture':
      return <Picture content={shown.content} name={name} />;
    case 'text':
      return (
        <>
          {shown.isCut && <p class="soft small">{text.cut}</p>}
          <pre class="seen-text">{shown.text}</pre>
        </>
      );
    case 'other':
      return <p>{text.saveOnly}</p>;
    case 'missing':
      return <Notice tone="danger">{text.missing}</Notice>;
  }
};

/** A `blob:` address for as long as it is shown. */
const useAddress = (content: Blob): string => {
  const address = useMemo(() => URL.createObjectURL(content), [content]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return address;
};

/** The frame has no scripts, no forms and an origin of its own; it may not even learn who shows it. */
const Page = ({ content, name }: { content: Blob; name: string }) => (
  <>
    <iframe
      class="seen-document"
      sandbox=""
      referrerpolicy="no-referrer"
      title={text.frame(name)}
      src={useAddress(content)}
    />
    <p class="soft small">{text.plain}</p>
  </>
);

const Picture = ({ content, name }: { content: Blob; name: string }) => (
  <img class="picture" src={useAddress(content)} alt={text.frame(name)} />
);
