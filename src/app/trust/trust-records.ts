import { trustItemStore } from '../../store/trust.ts';
import { database } from '../stores.ts';

/** By what certificates are judged, apart from `stores`: the first screen does not wait for its code. */
export const trustRecords = trustItemStore(database);
