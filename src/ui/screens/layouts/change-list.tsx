import { fieldAt } from '../../../app/catalogue.ts';
import { type ObjectField, showText } from '../../../app/form.ts';
import type { LayoutChange, VersionDifference } from '../../../app/layout-versions.ts';
import { showNumber } from '../../../base/brazilian-number.ts';
import type { Json } from '../../../base/json.ts';
import { type Pointer, pointerTokens } from '../../../base/json-pointer.ts';
import { changeSentence, changesText as text } from '../../text/mudancas.ts';

/** What changed between two versions of a layout, field by field, in the words of the form. */
export const ChangeList = ({ changes, before, after }: VersionDifference) => {
  if (changes.length === 0) return <p>{text.none}</p>;
  return (
    <ul class="plain-list">
      {byField(changes).map(([first, ...more]) => (
        <li key={`${first.kind} ${first.path}`}>
          <strong>{labelsTo(first.kind === 'removed' ? before : after, first.path)}</strong>
          {[first, ...more].map((change) => (
            <div key={JSON.stringify(change)}>
              {changeSentence(
                change,
                change.kind === 'moved' ? labelsTo(before, change.from) : '',
                optionWords([after, before], change.path),
                numberWords(after, change.path),
              )}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
};

type Changes = [LayoutChange, ...LayoutChange[]];

/** Changes of one field follow one another; of one that was removed there is no other. */
const byField = (changes: readonly LayoutChange[]): Changes[] => {
  const fields: Changes[] = [];
  for (const change of changes) {
    const last = fields.at(-1);
    if (last && last[0].path === change.path && change.kind !== 'removed') last.push(change);
    else fields.push([change]);
  }
  return fields;
};

/** The labels on the way to a field, whatever the row. */
const labelsTo = (form: ObjectField, path: Pointer): string => {
  const tokens = pointerTokens(path);
  const labels = tokens.flatMap((token, index) =>
    token === '*' ? [] : (fieldAt(form, tokens.slice(0, index + 1))?.label ?? token),
  );
  return labels.join(' › ') || text.whole;
};

const numberWords =
  (form: ObjectField, path: Pointer) =>
  (value: number): string => {
    const field = fieldAt(form, pointerTokens(path));
    return field ? showText(field, value) : showNumber(value);
  };

const optionWords =
  (forms: readonly ObjectField[], path: Pointer) =>
  (option: Json): string => {
    const fields = forms.map((form) => fieldAt(form, pointerTokens(path)));
    const labels = fields.flatMap((field) =>
      field?.kind === 'choice'
        ? (field.options.find(({ value }) => value === option)?.label ?? [])
        : [],
    );
    const code = typeof option === 'string' ? option : JSON.stringify(option);
    return labels[0] === undefined ? code : `${code} – ${labels[0]}`;
  };
