import type { Result } from '../base/result.ts';
import type { Database, StorageFault } from './database.ts';
import { MIGRATIONS } from './migrations.ts';

const MARK: [number] = [MIGRATIONS.length];

/**
 * After a start in which all was found well: what records were before the last migration is dropped, but not before the
 * second such start, because a migration may succeed and still be wrong in a way that only shows once the app is at work.
 */
export const dropEarlier = (database: Database, now: number): Promise<Result<void, StorageFault>> =>
  database.write(['earlier'], 'strict', async (transaction) => {
    const earlier = transaction.objectStore('earlier');
    if ((await earlier.count()) === 0) return;
    if ((await earlier.getKey(MARK)) === undefined) await earlier.put(now, MARK);
    else await earlier.clear();
  });
