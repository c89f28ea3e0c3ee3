import { useEffect, useState } from 'preact/hooks';
import type { FileToSign } from '../../../app/files-to-sign/files.ts';
import { unwrap, type WrappedContent } from '../../../app/files-to-sign/wrapped-content.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { Notice } from '../../parts/notice.tsx';
import { reportText as text } from '../../text/signature-report.ts';

/** The document inside a P7S: to save, and to see where it is plain text or a picture. */
export const WrappedDocument = ({ file }: { file: FileToSign }) => {
  const [content, setContent] = useState<WrappedContent>();
  const [missing, setMissing] = useState(false);

  const take = async (use: (found: WrappedContent) => void) => {
    const found = await unwrap(file);
    if (found) use(found);
    setMissing(!found);
  };

  return (
    <div class="stack no-print">
      <div class="actions">
        <Button onClick={() => void take((found) => download(found.file, found.file.name))}>
          {text.saveContent}
        </Button>
        <Button look="quiet" onClick={() => void take(setContent)}>
          {text.showContent}
        </Button>
      </div>
      {missing && <Notice tone="warning">{text.noContent}</Notice>}
      {content && <Shown content={content} />}
    </div>
  );
};

const Shown = ({ content: { file, shown } }: { content: WrappedContent }) => {
  if (!shown) return <Notice tone="info">{text.onlySaved}</Notice>;
  if (shown.as === 'picture') return <Picture file={file} />;
  return (
    <section class="card" aria-label={text.content}>
      <pre class="payload">{shown.text}</pre>
    </section>
  );
};

const Picture = ({ file }: { file: File }) => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address ? <img class="picture" src={address} alt={file.name} /> : null;
};
