import type { Json } from '../../base/json.ts';
import { pointerTo } from '../../base/json-pointer.ts';
import type { BranchReports } from '../entry.ts';
import { messages } from '../messages.ts';
import { entriesOf, errorHead, type Keyword, type Run, type Subschema } from '../plan.ts';
import { listWord } from '../schema-words.ts';

interface Outcome {
  matched: number;
  reports: BranchReports;
}

/** Makes every branch ready; applying them counts all that hold, also beyond the first. */
const branches = (subschema: Subschema, keyword: string) => {
  const plans = listWord(subschema, keyword).map((_, index) => ({
    pointer: pointerTo(subschema.place.pointer, keyword, index),
    plan: subschema.planOf(keyword, index),
  }));
  const apply = (value: Json, run: Run): Outcome => {
    const outcome: Outcome = { matched: 0, reports: {} };
    for (const { pointer, plan } of plans) {
      const entries = entriesOf(run, () => plan.visit(value, run));
      if (!entries.some((entry) => entry.level === 'error')) outcome.matched++;
      outcome.reports[pointer] = entries;
    }
    return outcome;
  };
  return { total: plans.length, apply };
};

const allOf: Keyword<Json> = (subschema) => {
  const { total, apply } = branches(subschema, 'allOf');
  return (value, run) => {
    const { matched, reports } = apply(value, run);
    if (matched === total) return;
    run.entries.push({
      ...errorHead('allOf', subschema, run),
      message: messages.allOf(matched, total),
      matched,
      nrSchemas: total,
      reports,
    });
  };
};

const anyOf: Keyword<Json> = (subschema) => {
  const { total, apply } = branches(subschema, 'anyOf');
  return (value, run) => {
    const { matched, reports } = apply(value, run);
    if (matched > 0) return;
    run.entries.push({
      ...errorHead('anyOf', subschema, run),
      message: messages.anyOf(total),
      nrSchemas: total,
      reports,
    });
  };
};

const oneOf: Keyword<Json> = (subschema) => {
  const { total, apply } = branches(subschema, 'oneOf');
  return (value, run) => {
    const { matched, reports } = apply(value, run);
    if (matched === 1) return;
    run.entries.push({
      ...errorHead('oneOf', subschema, run),
      message: messages.oneOf(matched, total),
      matched,
      nrSchemas: total,
      reports,
    });
  };
};

const not: Keyword<Json> = (subschema) => {
  const plan = subschema.planOf('not');
  return (value, run) => {
    const entries = entriesOf(run, () => plan.visit(value, run));
    if (entries.some((entry) => entry.level === 'error')) return;
    run.entries.push({ ...errorHead('not', subschema, run), message: messages.not() });
  };
};

/** Keywords that apply other schemas to the same value and report their outcome apart. */
export const branchKeywords: Record<string, Keyword<Json>> = { allOf, anyOf, not, oneOf };
