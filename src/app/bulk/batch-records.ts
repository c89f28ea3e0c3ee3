import { batchStore } from '../../store/batches.ts';
import { database } from '../stores.ts';

/** Files that were brought in one go, apart from `stores`: the first screen does not wait for their code. */
export const batchRecords = batchStore(database);
