import { useEffect, useRef } from 'preact/hooks';
import { examineAgain, examineWith } from '../../../app/files-to-sign/examine-files.ts';
import { type FileToSign, filesToSign } from '../../../app/files-to-sign/files.ts';
import type { FileReport } from '../../../app/files-to-sign/report.ts';
import { reportJson } from '../../../app/files-to-sign/report-json.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../router.ts';
import { FILE_VERDICTS, REASONS, reportText as text } from '../../text/signature-report.ts';
import { FetchLists } from '../../trust/fetch-lists.tsx';
import { AboutFile } from './about-file.tsx';
import { Countersign } from './countersign.tsx';
import { SignatureCard } from './signature-card.tsx';
import { VERDICT_TONES } from './verdict-chip.tsx';
import { WrappedDocument } from './wrapped-document.tsx';

/** What one file's signatures are worth: to read, to print, to keep. */
export const ReportScreen = ({ id }: { id: string }) => {
  const file = filesToSign.value.find((each) => each.id === id);
  const article = useRef<HTMLElement>(null);
  useEffect(() => openFoldsToPrint(article), []);
  return (
    <article class="receipt stack" ref={article}>
      <header class="screen-head">
        <div>
          <a class="small no-print" href={hrefOf({ screen: 'assinar' })}>
            ← {text.back}
          </a>
          <h1>{text.title}</h1>
          {file && <p class="file-name">{file.path}</p>}
        </div>
        {file?.examination.state === 'done' && (
          <div class="screen-head-actions">
            <Button look="primary" onClick={() => print()}>
              {text.print}
            </Button>
          </div>
        )}
      </header>
      {file ? <Report file={file} /> : <Notice tone="warning">{text.gone}</Notice>}
    </article>
  );
};

/** On paper nothing can be unfolded. */
const openFoldsToPrint = (article: { current: HTMLElement | null }): (() => void) => {
  const open = () => {
    for (const fold of article.current?.querySelectorAll('details') ?? []) fold.open = true;
  };
  addEventListener('beforeprint', open);
  return () => removeEventListener('beforeprint', open);
};

const Report = ({ file }: { file: FileToSign }) => {
  const { examination } = file;
  if (examination.state === 'unreadable') return <Notice tone="danger">{text.unreadable}</Notice>;
  if (examination.state !== 'done') return <Notice tone="info">{text.pending}</Notice>;
  const { report } = examination;
  const save = () =>
    download(reportJson(file.path, examination), `${file.file.name}.relatorio.json`);
  return (
    <>
      <Verdict report={report} />
      {report.detached && <Detached file={file} />}
      <div class="actions no-print">
        <Button onClick={save}>{text.saveJson}</Button>
        {report.signatures.length > 0 && (
          <FetchLists report={report} onNews={() => void examineAgain(file.id)} />
        )}
      </div>
      <AboutFile file={file} examined={examination} />
      {report.kind === 'p7s' && !report.detached && !report.fault && (
        <WrappedDocument file={file} />
      )}
      {report.signatures.map((signature, place) => {
        const title = titleOf(report, place);
        return (
          <SignatureCard
            key={title}
            signature={signature}
            title={title}
            action={
              report.kind === 'p7s' &&
              signature.verdict !== 'invalid' && (
                <Countersign file={file} place={place} signature={signature} />
              )
            }
          />
        );
      })}
    </>
  );
};

const titleOf = ({ signatures }: FileReport, place: number): string => {
  const isStamp = signatures[place]?.kind === 'document-timestamp';
  return `${text.signature(place + 1, signatures.length)}${isStamp ? ` (${text.documentTimestamp})` : ''}`;
};

const Verdict = ({ report: { fault, verdict } }: { report: FileReport }) => {
  if (fault === 'no-signature') return <Notice tone="info">{text.noneSentence}</Notice>;
  return (
    <Notice tone={VERDICT_TONES[verdict]}>
      <strong>{fault ? REASONS[fault].what : FILE_VERDICTS[verdict]}</strong>{' '}
      {fault && REASONS[fault].act}
    </Notice>
  );
};

const Detached = ({ file: { id, content } }: { file: FileToSign }) => {
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const chosen = currentTarget.files?.[0];
    if (chosen) void examineWith(id, chosen);
  };
  return (
    <Notice tone="warning">
      <p>
        {content && text.withContent(content.name)} {text.detachedRefused}
      </p>
      <p class="no-print">
        <Button onClick={() => input.current?.click()}>{text.chooseContent}</Button>
      </p>
      <input ref={input} type="file" hidden onChange={choose} />
    </Notice>
  );
};
