import { draftVersionStore } from '../../store/draft-versions.ts';
import { database } from '../stores.ts';

/** Earlier versions of drafts, apart from `stores`: the first screen does not wait for their code. */
export const versionRecords = draftVersionStore(database);
