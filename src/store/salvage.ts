import { openDB } from 'idb';

/** The person's own work; keys, and what can be fetched again, stay out. */
const STORES = [
  'drafts',
  'draftSnapshots',
  'draftChanges',
  'draftVersions',
  'attachments',
  'entries',
  'log',
  'deliveries',
  'courtDeliveries',
  'batches',
  'batchItems',
  'processes',
  'tramites',
  'penEntries',
  'penLog',
  'settings',
  'earlier',
];

/** Secrets among the settings: what writes encrypted copies has no place in a file that is not encrypted. */
const SECRETS = new Set<IDBValidKey>(['backup']);

/** All that can still be read of the person's work. */
export interface Salvaged {
  /** JSON Lines: {store, key, value}, in the order of the stores. `value: null` where a record could not be read. */
  records: string;
  /** Contents, named by their SHA-256. */
  files: { name: string; content: Blob }[];
}

/** Reads a database of whatever version as it lies there, record by record, without bringing it up. */
export const salvage = async (name = 'estafeta'): Promise<Salvaged> => {
  const db = await openDB(name);
  const readEach = async (store: string, take: (key: IDBValidKey, value: unknown) => void) => {
    if (!db.objectStoreNames.contains(store)) return;
    for (const key of await db.getAllKeys(store)) {
      const value: unknown = await db.get(store, key).catch(() => null);
      take(key, value);
    }
  };
  const lines: string[] = [];
  const files: Salvaged['files'] = [];
  try {
    for (const store of STORES) {
      await readEach(store, (key, value) => {
        if (store === 'settings' && SECRETS.has(key)) return;
        lines.push(JSON.stringify({ store, key, value }));
      });
    }
    await readEach('files', (key, value) => {
      const content = contentOf(value);
      if (content) files.push({ name: String(key), content });
    });
  } finally {
    db.close();
  }
  return { records: `${lines.join('\n')}\n`, files };
};

const contentOf = (value: unknown): Blob | undefined => {
  if (typeof value !== 'object' || value === null || !('record' in value)) return undefined;
  const { record } = value;
  const isContent = typeof record === 'object' && record !== null && 'content' in record;
  return isContent && record.content instanceof Blob ? record.content : undefined;
};
