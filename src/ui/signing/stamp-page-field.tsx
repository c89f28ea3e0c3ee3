import { useState } from 'preact/hooks';
import { Field } from '../parts/field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { stampText as text } from '../text/carimbo.ts';

type Choice = 'none' | 'first' | 'last' | 'other';

interface StampPageFieldProps {
  /** Pages of the document. */
  count: number;
  /** Index from 0; nothing where no stamp is wanted. */
  page: number | undefined;
  onChange: (page: number | undefined) => void;
}

const choicesFor = (count: number): [Choice, string][] => {
  if (count === 1) return [['first', text.onlyPage]];
  const ends: [Choice, string][] = [
    ['first', text.firstPage],
    ['last', text.lastPage],
  ];
  return count === 2 ? ends : [...ends, ['other', text.otherPage]];
};

const choiceOf = (page: number | undefined, count: number): Choice => {
  if (page === undefined) return 'none';
  if (page === 0) return 'first';
  return page === count - 1 ? 'last' : 'other';
};

const isPageNumber = (typed: string, count: number): boolean =>
  /^\d{1,6}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= count;

/** Whether a stamp is wanted, and on which page: the first, the last, or one by its number. */
export const StampPageField = ({ count, page, onChange }: StampPageFieldProps) => {
  const [choice, setChoice] = useState(() => choiceOf(page, count));
  const [typed, setTyped] = useState(() => String((page ?? 1) + 1));

  const choose = (chosen: Choice) => {
    setChoice(chosen);
    if (chosen === 'none') onChange(undefined);
    if (chosen === 'first') onChange(0);
    if (chosen === 'last') onChange(count - 1);
    if (chosen === 'other') turnTo(typed);
  };
  const turnTo = (number: string) => {
    setTyped(number);
    if (isPageNumber(number, count)) onChange(Number(number) - 1);
  };

  return (
    <>
      <Field id="stamp-page" label={text.show} help={text.showHelp} group>
        {(control) => (
          <div class="radios" aria-describedby={control['aria-describedby']}>
            {[['none', text.none] as const, ...choicesFor(count)].map(([each, label], i) => (
              <label key={each} class="radio">
                <input
                  id={i === 0 ? control.id : undefined}
                  type="radio"
                  name="stamp-page"
                  checked={each === choice}
                  onChange={() => choose(each)}
                />
                {label}
              </label>
            ))}
          </div>
        )}
      </Field>
      {choice === 'other' && (
        <div class="stamp-page-number">
          <TextField
            id="stamp-page-number"
            label={text.pageNumber(count)}
            fault={isPageNumber(typed, count) ? undefined : text.noSuchPage(count)}
            numeric
            value={typed}
            onInput={turnTo}
          />
        </div>
      )}
    </>
  );
};
