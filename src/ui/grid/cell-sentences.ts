import type { Json } from '../../base/json.ts';
import { type Pointer, pointerTo, pointerTokens } from '../../base/json-pointer.ts';
import type { FormContext } from '../form/form-context.ts';
import { reportSentence } from '../text/report.ts';
import { valueIn } from './cell-values.ts';
import { columnAt, type GridColumn } from './grid-columns.ts';

/** The pointers from the row whose errors are shown at a column: its own, and sections that begin with it. */
const suffixesAt = (columns: readonly GridColumn[], at: number): Pointer[] => {
  const suffix = columns[at]?.suffix ?? '';
  const tokens = pointerTokens(suffix);
  const around = tokens.map((_, length) => pointerTo('', ...tokens.slice(0, length)));
  return [...around.filter((each) => each !== '' && columnAt(columns, each) === at), suffix];
};

/** What is wrong at a cell, in sentences. */
export const cellSentences = (
  { errors, courtSentences }: FormContext,
  columns: readonly GridColumn[],
  at: number,
  rowPointer: Pointer,
  row: Json | undefined,
): string[] => {
  const column = columns[at];
  if (!column || row === undefined) return [];
  const field = column.kind === 'number' ? undefined : column.field;
  return suffixesAt(columns, at).flatMap((suffix) => {
    const pointer = `${rowPointer}${suffix}`;
    const value = valueIn(row, pointerTokens(suffix));
    const entries = errors.value.at(pointer);
    return [
      ...(courtSentences.value.get(pointer) ?? []),
      ...entries.map((entry) => reportSentence(entry, field, value)),
    ];
  });
};
