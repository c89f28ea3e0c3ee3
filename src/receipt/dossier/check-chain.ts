import type { JsonObject } from '../../base/json.ts';
import { brokenAt } from '../../outbox/log.ts';
import type { LogRow } from '../../outbox/types.ts';
import type { DossierRecord } from './types.ts';

/** Whether rows are the whole log of the record's entry, each chained to the one before. */
export const checkChain = async (
  rows: readonly JsonObject[],
  { entryId, frozenSha256, logSize, logHead }: DossierRecord,
): Promise<boolean> => {
  if (!rows.every(isRow) || rows.length !== logSize) return false;
  if (rows.some((row) => row.entryId !== entryId) || rows.at(-1)?.hash !== logHead) return false;
  return (await brokenAt(frozenSha256, rows)) === -1;
};

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

const isRow = (row: JsonObject): row is JsonObject & LogRow =>
  [row.entryId, row.event, row.state, row.hash].every((value) => typeof value === 'string') &&
  [row.seq, row.at].every((value) => typeof value === 'number') &&
  [row.step, row.requestSha256, row.answerSha256, row.meaning].every(isTextOrNull);
