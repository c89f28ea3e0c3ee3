import { useEffect, useMemo } from 'preact/hooks';
import type { ShownContent } from '../../../app/processes/shown-content.ts';
import { Notice } from '../../parts/notice.tsx';
import { viewText as text } from '../../text/process.ts';

interface SeenContentProps {
  shown: ShownContent;
  /** What it is called. */
  name: string;
}

/** What a stranger made, shown so that nothing of it acts in this page. */
export const SeenContent = ({ shown, name }: SeenContentProps) => {
  switch (shown.kind) {
    case 'page':
      return (
        <>
          <SafeFrame content={shown.content} name={name} />
          <p class="soft small">{text.plain}</p>
        </>
      );
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
export const SafeFrame = ({ content, name }: { content: Blob; name: string }) => (
  <iframe
    class="seen-document"
    sandbox=""
    referrerpolicy="no-referrer"
    title={text.frame(name)}
    src={useAddress(content)}
  />
);

const Picture = ({ content, name }: { content: Blob; name: string }) => (
  <img class="picture" src={useAddress(content)} alt={text.frame(name)} />
);
