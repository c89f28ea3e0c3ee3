import { useState } from 'preact/hooks';
import { fieldAt } from '../../../app/catalogue.ts';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { isSpent } from '../../../app/drafts/put-on-queue.ts';
import type { Edit, ErrorEntry } from '../../../app/form.ts';
import { showNumber } from '../../../base/brazilian-number.ts';
import { pointerTo, pointerTokens, valueAt } from '../../../base/json-pointer.ts';
import type { ShownError } from '../../form/entries-by-field.ts';
import { Button } from '../../parts/button.tsx';
import { draftText as text } from '../../text/rascunho.ts';
import { reportSentence } from '../../text/report.ts';
import { FieldLink } from './field-link.tsx';

/** So many errors of a block are shown at first, and at each press. */
const PAGE = 20;

interface ErrorBlockProps {
  session: Pick<DraftSession, 'draft' | 'form' | 'payload' | 'edit'>;
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
    {entry.keyword === 'additionalProperties' && <RemoveUnknown session={session} entry={entry} />}
    <details class="small">
      <summary>{text.technical}</summary>
      <pre class="payload mono">{JSON.stringify(entry, null, 2)}</pre>
    </details>
  </li>
);

interface RemoveUnknownProps extends Pick<ErrorBlockProps, 'session'> {
  entry: Extract<ErrorEntry, { keyword: 'additionalProperties' }>;
}

/** What the layout does not know came from a file: the form has no field in which it could be erased. */
const RemoveUnknown = ({ session, entry }: RemoveUnknownProps) => {
  if (isSpent(session.draft.value.id)) return null;
  const { unwanted, instance } = entry;
  const edits = unwanted.map(
    (name): Edit => ({
      op: 'remove',
      pointer: pointerTo(instance.pointer, name),
    }),
  );
  return (
    <Button
      aria-label={text.removeUnknownOf(unwanted.join(', '))}
      onClick={() => session.edit({ op: 'several', edits })}
    >
      {text.removeUnknown}
    </Button>
  );
};
