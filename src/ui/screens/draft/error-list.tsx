import { useMemo } from 'preact/hooks';
import type { CourtReport } from '../../../app/drafts/court-report.ts';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { entryOfDraft } from '../../../app/drafts/put-on-queue.ts';
import { DryRunPart } from '../../change/dry-run.tsx';
import type { FormErrors } from '../../form/entries-by-field.ts';
import { Notice } from '../../parts/notice.tsx';
import { draftText as text } from '../../text/rascunho.ts';
import { errorsByBlock } from './blocks.ts';
import { BrokenLinks } from './broken-links.tsx';
import { ErrorBlock } from './error-block.tsx';
import { FieldLink } from './field-link.tsx';
import { RefusedBefore, useRefusedBefore } from './refused-before.tsx';

interface ErrorListProps {
  session: Pick<
    DraftSession,
    | 'draft'
    | 'layout'
    | 'form'
    | 'payload'
    | 'attachments'
    | 'verdict'
    | 'checked'
    | 'isReportCurrent'
    | 'edit'
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
  const refusedBefore = useRefusedBefore(session, court);
  const canAsk = (shown.length === 0 || court) && !entryOfDraft(session.draft.value.id);
  return (
    <div class="stack">
      <BrokenLinks session={session} />
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
      {refusedBefore
        .filter(({ pointer }) => pointer !== undefined)
        .map((rule) => (
          <Notice key={rule.regra} tone="warning">
            <RefusedBefore session={session} rule={rule} />
          </Notice>
        ))}
      {shown.length > 0 && (
        <p role="status">
          {checking ? text.errorsCount(shown.length) : text.errorsSoFar(shown.length)}
        </p>
      )}
      {blocks.map((block, index) => (
        <ErrorBlock
          key={block.title}
          session={session}
          {...block}
          startsOpen={index === 0 || shown.length <= FEW}
        />
      ))}
      {shown.length === 0 && checking && !court && session.isReportCurrent.value && (
        <Verdict verdict={session.verdict.value} />
      )}
      {checking && canAsk && <DryRunPart session={session} />}
      {refusedBefore
        .filter(({ pointer }) => pointer === undefined)
        .map((rule) => (
          <div key={rule.regra} class="soft small">
            <RefusedBefore session={session} rule={rule} />
          </div>
        ))}
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
