import type { Database } from './database.ts';

/** Processes and trâmites of all bodies changed after an instant; `oldest`: when the first of them was (epoch ms UTC). */
export const penChangedAfter = (
  database: Database,
  at: number,
): Promise<{ count: number; oldest: number | undefined }> =>
  database.read(async (db) => {
    const range = IDBKeyRange.lowerBound(at, true);
    const transaction = db.transaction(['processes', 'tramites']);
    const indexes = (['processes', 'tramites'] as const).map((store) =>
      transaction.objectStore(store).index('changedAt'),
    );
    const [counts, first] = await Promise.all([
      Promise.all(indexes.map((index) => index.count(range))),
      Promise.all(indexes.map((index) => index.openKeyCursor(range))),
    ]);
    const times = first.flatMap((cursor) => cursor?.key ?? []);
    return {
      count: counts.reduce((sum, count) => sum + count, 0),
      oldest: times.length > 0 ? Math.min(...times) : undefined,
    };
  });
