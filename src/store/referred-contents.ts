import type { Database } from './database.ts';
import { eachReferred } from './each-referred.ts';

/**
 * The SHA-256 of every content that any record refers to. `undefined` where a record cannot be read, which may refer to
 * any content.
 */
export const referredContents = async (database: Database): Promise<Set<string> | undefined> => {
  const kept = new Set<string>();
  const unreadable = await eachReferred(database, ({ sha256 }) => kept.add(sha256));
  return Object.values(unreadable).every(({ length }) => length === 0) ? kept : undefined;
};
