import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { Client } from '@libsql/client';
import type { FileKind } from '../../../src/attachment/types.ts';
import { type Bytes, sha256Hex } from '../../../src/base/bytes.ts';
import { newId } from '../../../src/base/ids.ts';

/** A file that Recepção received. */
interface ReceivedFile {
  sha256: string;
  kind: FileKind;
}

/** Bytes lie in `arquivos/` by their SHA-256; ids and owners lie in the database. */
export interface FileStore {
  /** Keeps bytes, gives their SHA-256. */
  keep(bytes: Bytes): Promise<string>;
  read(sha256: string): Promise<Bytes>;
  /** Keeps a received file under a new id (UUID), the value of an `arquivo-ged` field. */
  receive(bytes: Bytes, kind: FileKind, representacao: number): Promise<string>;
  find(id: string): Promise<ReceivedFile | undefined>;
  /** Ids of every file a representação sent. */
  idsOf(representacao: number): Promise<Set<string>>;
}

export const openFileStore = async (dataDir: string, database: Client): Promise<FileStore> => {
  const folder = `${dataDir}/arquivos`;
  await mkdir(folder, { recursive: true });

  const keep = async (bytes: Bytes) => {
    const sha256 = await sha256Hex(bytes);
    const partial = `${folder}/${newId()}.partial`;
    await writeFile(partial, bytes);
    await rename(partial, `${folder}/${sha256}`);
    return sha256;
  };

  return {
    keep,
    read: async (sha256) => new Uint8Array(await readFile(`${folder}/${sha256}`)),
    receive: async (bytes, kind, representacao) => {
      const id = newId();
      const sha256 = await keep(bytes);
      await database.execute({
        sql: 'INSERT INTO file (id, sha256, kind, representacao) VALUES (?, ?, ?, ?)',
        args: [id, sha256, kind, representacao],
      });
      return id;
    },
    find: async (id) => {
      const { rows } = await database.execute({
        sql: 'SELECT sha256, kind FROM file WHERE id = ?',
        args: [id.toLowerCase()],
      });
      const row = rows[0];
      return row && { sha256: String(row.sha256), kind: row.kind as FileKind };
    },
    idsOf: async (representacao) => {
      const { rows } = await database.execute({
        sql: 'SELECT id FROM file WHERE representacao = ?',
        args: [representacao],
      });
      return new Set(rows.map((row) => String(row.id)));
    },
  };
};
