import { useState } from 'preact/hooks';
import { fieldAt } from '../../../app/catalogue.ts';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { type Difference, type DraftVersion, differences } from '../../../app/drafts/versions.ts';
import type { ObjectField } from '../../../app/form.ts';
import type { Json } from '../../../base/json.ts';
import { pointerTokens } from '../../../base/json-pointer.ts';
import { labelPath } from '../../form/label-path.ts';
import { showValue } from '../../text/value.ts';
import { versionsText as text } from '../../text/versoes.ts';

interface DifferencesProps {
  session: DraftSession;
  version: DraftVersion;
}

/** How many are shown; nobody reads a payroll so. */
const MOST = 50;

/** Folded under a version: what the draft says otherwise now, in the words of the form. */
export const VersionDifferences = ({ session, version }: DifferencesProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.differs}</summary>
      {isOpen && (
        <DifferenceList
          form={session.form}
          found={differences(version.document, session.document.value)}
          before={text.columns.before}
        />
      )}
    </details>
  );
};

interface DifferenceListProps {
  form: ObjectField;
  found: Difference[];
  /** What the earlier one is called. */
  before: string;
}

/** What two documents do not have in common, in the words of the form. */
export const DifferenceList = ({ form, found, before }: DifferenceListProps) => (
  <>
    <p>{text.count(found.length)}</p>
    {found.length > 0 && (
      <table class="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{text.columns.field}</th>
            <th scope="col">{before}</th>
            <th scope="col">{text.columns.now}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, MOST).map((each) => (
            <tr key={each.pointer + (each.after === undefined)}>
              <td>{labelPath(form, each.pointer).join(', ')}</td>
              <td data-label={before}>{shown(form, each.pointer, each.before)}</td>
              <td data-label={text.columns.now}>{shown(form, each.pointer, each.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {found.length > MOST && <p>{text.more(found.length - MOST)}</p>}
  </>
);

const shown = (form: ObjectField, pointer: string, value: Json | undefined): string => {
  if (value === undefined || value === null || value === '') return text.empty;
  if (typeof value === 'object') return text.row;
  const field = fieldAt(form, pointerTokens(pointer));
  return field ? showValue(field, value) : String(value);
};
