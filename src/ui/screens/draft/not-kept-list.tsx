import { useState } from 'preact/hooks';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import type { NotKept } from '../../../app/drafts/move-draft.ts';
import { Button } from '../../parts/button.tsx';
import { layoutOfDraftText as text } from '../../text/layouts.ts';
import { NotKeptValues, showNotKept } from './not-kept-values.tsx';

interface NotKeptListProps {
  session: DraftSession;
  notKept: readonly NotKept[];
}

/** What a move to another version of the layout took out of the form, until the person has no more need of it. */
export const NotKeptList = ({ session, notKept }: NotKeptListProps) => (
  <section class="notice notice-warning stack" aria-labelledby="not-kept">
    <h2 id="not-kept">{text.listTitle}</h2>
    <p>{text.listLead}</p>
    <ul class="plain-list">
      {notKept.map((each) => (
        <li key={`${each.label.join()} ${each.values[0]?.pointer}`}>
          <NotKeptValues session={session} notKept={each} />
          <div class="actions">
            <CopyButton session={session} notKept={each} />
            <Button
              look="quiet"
              disabled={session.elsewhere.value}
              aria-label={`${text.putAway}: ${each.label.join(' › ')}`}
              onClick={() => session.putAway(each)}
            >
              {text.putAway}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  </section>
);

/** Copies all values of a field, one a line. */
const CopyButton = ({ session, notKept }: { session: DraftSession; notKept: NotKept }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const lines = notKept.values.map(({ value }) => showNotKept(session, value));
    await navigator.clipboard.writeText(lines.join('\n'));
    setCopied(true);
  };
  return (
    <Button
      look="quiet"
      aria-label={`${text.copy}: ${notKept.label.join(' › ')}`}
      onClick={() => void copy()}
    >
      {copied ? text.copied : text.copy}
    </Button>
  );
};
