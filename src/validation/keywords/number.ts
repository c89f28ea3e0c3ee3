import { isMultipleOf } from '../decimal.ts';
import { messages } from '../messages.ts';
import { errorHead, type Keyword } from '../plan.ts';
import { flagWord, numberWord, positiveWord } from '../schema-words.ts';

const maximum: Keyword<number> = (subschema) => {
  const limit = numberWord(subschema, 'maximum');
  const exclusive =
    Object.hasOwn(subschema.words, 'exclusiveMaximum') && flagWord(subschema, 'exclusiveMaximum');
  return (value, run) => {
    if (value < limit || (value === limit && !exclusive)) return;
    const head = errorHead('maximum', subschema, run);
    run.entries.push(
      value === limit
        ? {
            ...head,
            message: messages.maximumExclusive(limit),
            maximum: limit,
            exclusiveMaximum: true,
          }
        : { ...head, message: messages.maximum(limit, value), maximum: limit, found: value },
    );
  };
};

const minimum: Keyword<number> = (subschema) => {
  const limit = numberWord(subschema, 'minimum');
  const exclusive =
    Object.hasOwn(subschema.words, 'exclusiveMinimum') && flagWord(subschema, 'exclusiveMinimum');
  return (value, run) => {
    if (value > limit || (value === limit && !exclusive)) return;
    const head = errorHead('minimum', subschema, run);
    run.entries.push(
      value === limit
        ? {
            ...head,
            message: messages.minimumExclusive(limit),
            minimum: limit,
            exclusiveMinimum: true,
          }
        : { ...head, message: messages.minimum(limit, value), minimum: limit, found: value },
    );
  };
};

const multipleOf: Keyword<number> = (subschema) => {
  const divisor = positiveWord(subschema, 'multipleOf');
  return (value, run) => {
    if (isMultipleOf(value, divisor)) return;
    run.entries.push({
      ...errorHead('multipleOf', subschema, run),
      message: messages.multipleOf(value, divisor),
      value,
      divisor,
    });
  };
};

/** Keywords that look at numbers only. */
export const numberKeywords: Record<string, Keyword<number>> = { maximum, minimum, multipleOf };
