import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import type { NotKept } from '../../../app/drafts/move-draft.ts';
import type { Json } from '../../../base/json.ts';
import { pointerTokens } from '../../../base/json-pointer.ts';
import { layoutOfDraftText as text } from '../../text/layouts.ts';

const SHOWN = 5;

interface NotKeptValuesProps {
  session: DraftSession;
  notKept: NotKept;
}

/** The values of one field that a version of the layout cannot hold, each with its row. */
export const NotKeptValues = ({ session, notKept: { label, why, values } }: NotKeptValuesProps) => (
  <>
    <strong>{label.join(' › ')}</strong>
    <div class="soft small">{text.why[why]}</div>
    <ul class="plain-list">
      {values.slice(0, SHOWN).map(({ pointer, value }) => (
        <li key={pointer}>
          {showNotKept(session, value)} <span class="soft small">{rowOf(pointer)}</span>
        </li>
      ))}
    </ul>
    {values.length > SHOWN && <p class="soft small">+ {text.more(values.length - SHOWN)}</p>}
  </>
);

const rowOf = (pointer: string): string => {
  const rows = pointerTokens(pointer).filter((token) => /^\d+$/.test(token));
  return rows.length === 0 ? '' : text.row(rows.map((row) => Number(row) + 1).join('.'));
};

/** A value as a person reads it; a file by its name. */
export const showNotKept = (session: DraftSession, value: Json): string => {
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value !== 'string') return JSON.stringify(value);
  return session.attachments.value.get(value)?.chosen.name ?? value;
};
