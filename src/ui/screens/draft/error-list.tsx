import { fieldAt } from '../../../app/catalogue.ts';
import type { CourtReport } from '../../../app/drafts/court-report.ts';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { type Pointer, pointerTokens, valueAt } from '../../../base/json-pointer.ts';
import type { EntriesByField } from '../../form/entries-by-field.ts';
import { focusField } from '../../form/field-id.ts';
import { labelPath } from '../../form/label-path.ts';
import { Notice } from '../../parts/notice.tsx';
import { draftText as text } from '../../text/rascunho.ts';
import { reportSentence } from '../../text/report.ts';

interface ErrorListProps {
  session: DraftSession;
  errors: EntriesByField;
  checking: boolean;
  /** What the court said of the very content that is shown. */
  court: CourtReport | undefined;
}

/** What is wrong, in plain words, each a link to its field; the court's own words fold out. */
export const ErrorList = ({ session, errors, checking, court }: ErrorListProps) => {
  const shown = [...errors].flatMap(([pointer, entries]) =>
    entries.map((entry) => ({ pointer, entry })),
  );
  return (
    <div class="stack">
      {court?.messages.map(({ regra, mensagem, pointer }) => (
        <Notice key={mensagem} tone="danger">
          <strong>
            {text.fromCourt}
            {regra !== undefined && ` (regra ${regra})`}:
          </strong>{' '}
          {mensagem}
          {pointer !== undefined && <FieldLink session={session} pointer={pointer} />}
        </Notice>
      ))}
      {shown.length > 0 && <p role="status">{text.errorsCount(shown.length)}</p>}
      <ul class="plain-list">
        {shown.map(({ pointer, entry }) => (
          <li key={`${pointer} ${entry.keyword}`}>
            <FieldLink session={session} pointer={pointer} />
            <div>
              {reportSentence(
                entry,
                fieldAt(session.form, pointerTokens(pointer)),
                valueAt(session.payload.value, pointer),
              )}
            </div>
            <details class="small">
              <summary>{text.technical}</summary>
              <pre class="payload mono">{JSON.stringify(entry, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ul>
      {shown.length === 0 && checking && !court && <Verdict session={session} />}
    </div>
  );
};

const FieldLink = ({ session, pointer }: { session: DraftSession; pointer: Pointer }) => (
  <button type="button" class="link" onClick={() => focusField(pointer)}>
    {labelPath(session.form, pointer).join(' › ') || text.start}
  </button>
);

const Verdict = ({ session }: { session: DraftSession }) => {
  const verdict = session.verdict.value;
  return (
    <>
      <p>{text.noErrors}</p>
      <p class="soft small">{text.onlyForm}</p>
      {verdict === false && <Notice tone="danger">{text.secondDiffers}</Notice>}
      {verdict === true && <p class="soft small">{text.secondOk}</p>}
    </>
  );
};
