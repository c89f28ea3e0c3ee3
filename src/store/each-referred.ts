import type { Database } from './database.ts';
import { visitAll } from './read-all.ts';
import {
  NOTHING_REFERS,
  type ReferredFile,
  type Referring,
  referredFiles,
} from './referred-files.ts';

/**
 * Hands over every content that any record refers to, a page of records at a time. Gives the keys of the records that
 * cannot be read, which may refer to any content.
 */
export const eachReferred = async (
  database: Database,
  take: (file: ReferredFile) => void,
): Promise<Record<keyof Referring, (string | (string | number)[])[]>> => {
  const takeAll = (some: Partial<Referring>) => {
    for (const file of referredFiles({ ...NOTHING_REFERS, ...some })) take(file);
  };
  return {
    drafts: await visitAll(database, 'drafts', (drafts) => takeAll({ drafts })),
    layouts: await visitAll(database, 'layouts', (layouts) => takeAll({ layouts })),
    attachments: await visitAll(database, 'attachments', (found) =>
      takeAll({ attachments: found }),
    ),
    entries: await visitAll(database, 'entries', (entries) => takeAll({ entries })),
    deliveries: await visitAll(database, 'deliveries', (deliveries) => takeAll({ deliveries })),
    courtDeliveries: await visitAll(database, 'courtDeliveries', (found) =>
      takeAll({ courtDeliveries: found }),
    ),
    processes: await visitAll(database, 'processes', (processes) => takeAll({ processes })),
    penEntries: await visitAll(database, 'penEntries', (found) => takeAll({ penEntries: found })),
  };
};
