import { err, ok } from '../../src/base/result.ts';
import type { OutboxStore } from '../../src/outbox/ports.ts';
import type { Entry, LogRow } from '../../src/outbox/types.ts';

/** An outbox store in memory that keeps copies, as a database does, and can be told to fail. */
export interface MemoryOutbox<F, P> extends OutboxStore<F, P> {
  entry(id: string): Entry<F, P>;
  entries(): Entry<F, P>[];
  rows(id: string): LogRow[];
  /** Called before every write; may throw (the program ends there) or answer `storage-full`. */
  beforeSave: (next: Entry<F, P>) => 'storage-full' | undefined;
  /** Called after every write; may throw. */
  afterSave: (saved: Entry<F, P>) => void;
}

export const memoryOutbox = <F, P>(): MemoryOutbox<F, P> => {
  const entries = new Map<string, Entry<F, P>>();
  const log: LogRow[] = [];
  const store: MemoryOutbox<F, P> = {
    beforeSave: () => undefined,
    afterSave: () => {},
    load: async (id) => structuredClone(entries.get(id)),
    save: async (entry, rows) => {
      const fault = store.beforeSave(entry);
      if (fault) return err(fault);
      if ((entries.get(entry.id)?.rev ?? 0) !== entry.rev - rows.length)
        return err('stale-revision');
      entries.set(entry.id, structuredClone(entry));
      log.push(...structuredClone(rows));
      store.afterSave(entry);
      return ok(undefined);
    },
    entry: (id) => {
      const entry = entries.get(id);
      if (!entry) throw new Error(`no entry ${id}`);
      return structuredClone(entry);
    },
    entries: () => structuredClone([...entries.values()]),
    rows: (id) => log.filter((row) => row.entryId === id),
  };
  return store;
};
