import { newId } from '../../base/ids.ts';
import type { JsonObject } from '../../base/json.ts';
import { isJsonObject } from '../../base/json.ts';
import { withValueAt } from '../../base/json-pointer.ts';
import type { ObjectField } from '../../layout/types.ts';
import { report } from '../../validation/report.ts';
import { payloadOf } from '../payload.ts';
import { type Contents, lookThrough } from './look-through.ts';
import { type MatchedReference, matchFiles } from './match-files.ts';

/** What a draft of a document would be like. */
export interface Examination extends Omit<Contents, 'references'> {
  files: MatchedReference[];
  /** Entries of the report once the files that were found are attached. */
  errors: number;
}

/** Examines a document brought under `path` by its layout; `paths`: of the files beside it. */
export const examine = (
  document: JsonObject,
  { schema, form }: { schema: JsonObject; form: ObjectField },
  path: string,
  paths: readonly string[],
): Examination => {
  const { references, ...contents } = lookThrough(document, form);
  const files = matchFiles(references, path, paths);
  const ids = files
    .filter(({ path: found }) => found !== undefined)
    .map(({ pointer }) => ({ pointer, id: newId() }));
  const errors = report(schema, payloadOf(withFileIds(document, ids))).length;
  return { ...contents, files, errors };
};

/** The document with the ids of files in its file fields. */
export const withFileIds = (
  document: JsonObject,
  ids: readonly { pointer: string; id: string }[],
): JsonObject =>
  ids.reduce((before, { pointer, id }) => {
    const changed = withValueAt(before, pointer, id);
    return isJsonObject(changed) ? changed : before;
  }, document);
