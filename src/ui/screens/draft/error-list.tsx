import { useMemo } from 'preact/hooks';
import type { CourtReport } from '../../../app/drafts/court-report.ts';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import type { FormErrors } from '../../form/entries-by-field.ts';
import { Notice } from '../../parts/notice.tsx';
import { draftText as text } from '../../text/rascunho.ts';
import { errorsByBlock } from './blocks.ts';
import { ErrorBlock } from './error-block.tsx';
import { FieldLink } from './field-link.tsx';
import { RefusedBefore } from './refused-before.tsx';

interface ErrorListProps {
  session: Pick<
    DraftSession,
    'draft' | 'layout' | 'form' | 'payload' | 'verdict' | 'isReportCurrent'
  >;
  errors: FormErrors;
  checking: boolean;
  /** What the court said of the very content that is shown. */
  court: CourtReport | undefined;
}

/** No more than this many errors in all are shown without a fold. */
const FEW = 20;

/** What is wrong, block by block in plain words, each a link to its field; the court's own words fold out. */
export const ErrorList = ({ session, errors, checking, court }: ErrorListProps) => {
  const { form } = session;
  const { shown } = errors;
  const blocks = useMemo(() => errorsByBlock(form, shown), [form, shown]);
  return (
    <div class="stack">
      {court?.messages.map(({ regra, mensagem, pointer }) => (
        <Notice key={mensagem} tone="danger">
          <strong>
            {text.fromCourt}
            {regra !== undefined && ` (regra ${regra})`}:
          </strong>{' '}
          {mensagem}
          {pointer !== undefined && <FieldLink form={form} pointer={pointer} />}
        </Notice>
      ))}
      {shown.length > 0 && <p role="status">{text.errorsCount(shown.length)}</p>}
      {blocks.map(([title, ofBlock], index) => (
        <ErrorBlock
          key={title}
          session={session}
          title={title}
          errors={ofBlock}
          startsOpen={index === 0 || shown.length <= FEW}
        />
      ))}
      {shown.length === 0 && checking && !court && session.isReportCurrent.value && (
        <Verdict verdict={session.verdict.value} />
      )}
      <RefusedBefore session={session} court={court} />
    </div>
  );
};

const Verdict = ({ verdict }: { verdict: boolean | undefined }) => (
  <>
    <p>{text.noErrors}</p>
    <p class="soft small">{text.onlyForm}</p>
    {verdict === false && <Notice tone="danger">{text.secondDiffers}</Notice>}
    {verdict === true && <p class="soft small">{text.secondOk}</p>}
  </>
);
