import { mkdir } from 'node:fs/promises';
import { type Client, createClient } from '@libsql/client';

const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS file (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, kind TEXT NOT NULL,
    representacao INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, spc TEXT NOT NULL, slp TEXT NOT NULL,
    mes INTEGER NOT NULL, ano INTEGER NOT NULL, representacao INTEGER NOT NULL,
    recibo TEXT NOT NULL UNIQUE, status TEXT NOT NULL, body TEXT NOT NULL,
    version INTEGER NOT NULL, pdf_sha256 TEXT, homologation_file TEXT,
    received_at INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS revoked (
    serial TEXT PRIMARY KEY, since INTEGER NOT NULL, reason INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS pen_tramite (
    idt INTEGER PRIMARY KEY, nre TEXT NOT NULL, ticket INTEGER NOT NULL,
    sender TEXT NOT NULL, receiver TEXT NOT NULL, situacao INTEGER NOT NULL,
    since INTEGER NOT NULL, record TEXT NOT NULL)`,
];

/** Opens (and on first use makes) the SQLite database of a data folder. */
export const openDatabase = async (dataDir: string): Promise<Client> => {
  await mkdir(dataDir, { recursive: true });
  const path = `${dataDir}/sandbox.sqlite`.split('/').map(encodeURIComponent).join('/');
  const database = createClient({ url: `file:${path}` });
  await database.execute('PRAGMA journal_mode = WAL');
  await database.batch(SCHEMA, 'write');
  return database;
};

/** A setting of this data folder, made by `make` the first time it is asked for. */
export const keptSetting = async (
  database: Client,
  name: string,
  make: () => string,
): Promise<string> => {
  await database.execute({
    sql: 'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
    args: [name, make()],
  });
  const { rows } = await database.execute({
    sql: 'SELECT value FROM setting WHERE name = ?',
    args: [name],
  });
  return String(rows[0]?.value);
};
