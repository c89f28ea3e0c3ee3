import { sha256Hex, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { LogRow } from './types.ts';

/** A row before it is chained. */
export type OpenRow = Omit<LogRow, 'hash'>;

/** Closes a row with its hash: SHA-256(previous ‖ RFC 8785(row)), all as UTF-8. */
export const chainRow = async (previous: string, row: OpenRow): Promise<LogRow> => ({
  ...row,
  hash: await sha256Hex(utf8(previous + canonicalJson(row))),
});

/** Index of the first row that does not continue the chain from `genesis` (the entry's `frozenSha256`), or -1. */
export const brokenAt = async (genesis: string, rows: readonly LogRow[]): Promise<number> => {
  let previous = genesis;
  for (const [index, { hash, ...row }] of rows.entries()) {
    const expected = await chainRow(previous, row);
    if (expected.hash !== hash || row.seq !== index + 1) return index;
    previous = hash;
  }
  return -1;
};
