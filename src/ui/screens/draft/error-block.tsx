import { useState } from 'preact/hooks';
import { fieldAt } from '../../../app/catalogue.ts';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { showNumber } from '../../../base/brazilian-number.ts';
import { pointerTokens, valueAt } from '../../../base/json-pointer.ts';
import type { ShownError } from '../../form/entries-by-field.ts';
import { Button } from '../../parts/button.tsx';
import { draftText as text } from '../../text/rascunho.ts';
import { reportSentence } from '../../text/report.ts';
import { FieldLink } from './field-link.tsx';

/** So many errors of a block are shown at first, and at each press. */
const PAGE = 20;

interface ErrorBlockProps {
  session: Pick<DraftSession, 'form' | 'payload'>;
  title: string;
  errors: readonly ShownError[];
  startsOpen: boolean;
}

/** The errors of one part of the form, folded; thousands make no more nodes than a screen holds. */
export const ErrorBlock = ({ session, title, errors, startsOpen }: ErrorBlockProps) => {
  const [isOpen, setOpen] = useState(startsOpen);
  const [limit, setLimit] = useState(PAGE);
  const left = errors.length - limit;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{title}</strong> <span class="chip chip-danger">{showNumber(errors.length)}</span>
      </summary>
      {isOpen && (
        <ul class="plain-list">
          {errors.slice(0, limit).map((error) => (
            <ErrorItem
              key={`${error.pointer} ${error.entry.keyword}`}
              session={session}
              {...error}
            />
          ))}
        </ul>
      )}
      {isOpen && left > 0 && (
        <Button look="quiet" onClick={() => setLimit(limit + PAGE)}>
          {text.moreErrors(Math.min(left, PAGE), left)}
        </Button>
      )}
    </details>
  );
};

const ErrorItem = ({ session, pointer, entry }: ShownError & Pick<ErrorBlockProps, 'session'>) => (
  <li>
    <FieldLink form={session.form} pointer={pointer} />
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
);
