import { messages } from '../messages.ts';
import { errorHead, type Keyword } from '../plan.ts';
import { countWord, regexWord, textWord } from '../schema-words.ts';

/** Length in code points, as the court counts. */
const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

const maxLength: Keyword<string> = (subschema) => {
  const limit = countWord(subschema, 'maxLength');
  return (value, run) => {
    if (value.length <= limit) return;
    const found = codePoints(value);
    if (found <= limit) return;
    run.entries.push({
      ...errorHead('maxLength', subschema, run),
      message: messages.maxLength(limit, found),
      value,
      found,
      maxLength: limit,
    });
  };
};

const minLength: Keyword<string> = (subschema) => {
  const limit = countWord(subschema, 'minLength');
  return (value, run) => {
    const found = codePoints(value);
    if (found >= limit) return;
    run.entries.push({
      ...errorHead('minLength', subschema, run),
      message: messages.minLength(limit, found),
      value,
      found,
      minLength: limit,
    });
  };
};

const pattern: Keyword<string> = (subschema) => {
  const source = textWord(subschema, 'pattern');
  const regex = regexWord(subschema, 'pattern', source);
  return (value, run) => {
    if (regex.test(value)) return;
    run.entries.push({
      ...errorHead('pattern', subschema, run),
      message: messages.pattern(value, source),
      regex: source,
      string: value,
    });
  };
};

/** Keywords that look at strings only; `format` comes after all others and stands in `format.ts`. */
export const stringKeywords: Record<string, Keyword<string>> = { maxLength, minLength, pattern };
