import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { err, ok, type Result } from '../base/result.ts';
import { MIGRATIONS, type Migration, migrate } from './migrations.ts';
import { MigrationFailedError } from './rewrite.ts';
import type { EstafetaSchema } from './schema.ts';

type Name = StoreNames<EstafetaSchema>;
type Connection = IDBPDatabase<EstafetaSchema>;
export type WriteTransaction<Names extends Name[]> = IDBPTransaction<
  EstafetaSchema,
  Names,
  'readwrite'
>;

/** The browser had no room (`QuotaExceededError`); nothing of the transaction was kept. */
export type StorageFault = 'storage-full';

/** `strict`: on the disk before it counts (drafts, entries, log, deliveries). `relaxed`: for what can be fetched again. */
type Durability = 'strict' | 'relaxed';

interface DatabaseOptions {
  migrations?: readonly Migration[];
  /** Another window wants to open a newer version, which this program cannot read. */
  onOutdated?(): void;
  /** Another window holds an older version open (`true`) until it lets go (`false`); meanwhile nothing can be read. */
  onBlocked?(blocked: boolean): void;
  /** After every write: whether there was no room for it. */
  onFull?(full: boolean): void;
}

/** The app's database; opened at the first use and again after the browser or another version closed it. */
export interface Database {
  read<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** One transaction: all of `work`, or nothing and an error. `work` awaits nothing but the transaction's own requests. */
  write<Names extends Name[], T>(
    names: [...Names],
    durability: Durability,
    work: (transaction: WriteTransaction<Names>) => Promise<T>,
  ): Promise<Result<T, StorageFault>>;
  close(): Promise<void>;
}

export const openDatabase = (
  name = 'estafeta',
  { migrations = MIGRATIONS, onOutdated, onBlocked, onFull }: DatabaseOptions = {},
): Database => {
  let connecting: Promise<Connection> | undefined;
  const connect = (): Promise<Connection> => {
    let failed: unknown;
    const opening = openDB<EstafetaSchema>(name, migrations.length, {
      upgrade: (db, from, _to, transaction) => {
        transaction.done.catch(() => undefined);
        migrate(migrations, from, db, transaction).catch((error: unknown) => {
          failed = error;
          abort(transaction);
        });
      },
      blocked: () => onBlocked?.(true),
      // A newer version of the app waits in another tab: make way; the next use opens again.
      blocking: (_current, wanted) => {
        forget(opening);
        // None is wanted where the database is deleted.
        if (wanted !== null) onOutdated?.();
        opening.then((open) => open.close());
      },
      terminated: () => forget(opening),
    }).catch((error: unknown) => {
      throw failed === undefined ? error : new MigrationFailedError('', { cause: failed });
    });
    opening.then(
      () => onBlocked?.(false),
      () => forget(opening),
    );
    return opening;
  };
  const forget = (opening: Promise<Connection>) => {
    if (connecting === opening) connecting = undefined;
  };
  const connection = (): Promise<Connection> => {
    connecting ??= connect();
    return connecting;
  };

  /** A connection may be closed between two uses without a word; then `begin` throws and a new one is opened. */
  const withConnection = async <T>(
    begin: (connection: Connection) => T | Promise<T>,
  ): Promise<T> => {
    const opening = connection();
    try {
      return await begin(await opening);
    } catch (error) {
      if (!isClosed(error)) throw error;
      forget(opening);
      return begin(await connection());
    }
  };

  return {
    read: async (work) => await withConnection(work),
    write: async (names, durability, work) => {
      const transaction = await withConnection((open) => ({
        begun: open.transaction(names, 'readwrite', { durability }),
      }));
      const written = await finish(transaction.begun, work);
      onFull?.(!written.ok);
      return written;
    },
    close: async () => {
      const open = await connecting;
      connecting = undefined;
      open?.close();
    },
  };
};

const finish = async <Names extends Name[], T>(
  transaction: WriteTransaction<Names>,
  work: (transaction: WriteTransaction<Names>) => Promise<T>,
): Promise<Result<T, StorageFault>> => {
  const ended = transaction.done.then(
    () => undefined,
    (error: unknown) => error,
  );
  let value: T;
  try {
    value = await work(transaction);
  } catch (error) {
    abort(transaction);
    const reason = await ended;
    if (isFull(error) || isFull(reason)) return err('storage-full');
    throw error;
  }
  const reason = await ended;
  if (reason === undefined) return ok(value);
  if (isFull(reason)) return err('storage-full');
  throw reason;
};

const abort = (transaction: { abort(): void }) => {
  try {
    transaction.abort();
  } catch {
    // It ended by itself already.
  }
};

const isFull = (error: unknown) => error instanceof Error && error.name === 'QuotaExceededError';
const isClosed = (error: unknown) => error instanceof Error && error.name === 'InvalidStateError';
