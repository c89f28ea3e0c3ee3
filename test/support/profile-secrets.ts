import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** The ways a text or the bytes behind it may lie in a file: UTF-8 (or raw bytes), Latin-1, UTF-16. */
const bytesOf = (secret: string | Uint8Array): Buffer[] =>
  typeof secret === 'string'
    ? (['utf8', 'latin1', 'utf16le'] as const).map((form) => Buffer.from(secret, form))
    : [Buffer.from(secret)];

/** Names of the secrets that lie in a content in clear. */
export const secretsIn = (
  content: Buffer,
  secrets: Record<string, string | Uint8Array>,
): string[] =>
  Object.entries(secrets)
    .filter(([, secret]) => bytesOf(secret).some((form) => content.includes(form)))
    .map(([name]) => name);

/** Every file of a browser's profile that holds one of the secrets, as `name: file`. */
export const secretsUnder = async (
  folder: string,
  secrets: Record<string, string | Uint8Array>,
): Promise<string[]> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const hits: string[] = [];
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    for (const name of secretsIn(await readFile(path), secrets)) hits.push(`${name}: ${path}`);
  }
  return hits;
};

/** All that the page's origin keeps: IndexedDB, localStorage, sessionStorage, Cache API; binary content byte by byte. */
export const storagesOf = async (page: Page): Promise<Buffer> => {
  const dump = await page.evaluate(async () => {
    const parts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const bytes = (buffer: ArrayBuffer) =>
      Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
    const tell = async (value: unknown): Promise<void> => {
      if (value instanceof Blob) parts.push(bytes(await value.arrayBuffer()));
      else if (value instanceof Uint8Array) parts.push(bytes(value.slice().buffer));
      else if (value instanceof CryptoKey) parts.push('CryptoKey');
      else if (typeof value === 'object' && value !== null) {
        for (const [name, member] of Object.entries(value)) {
          parts.push(name);
          await tell(member);
        }
      } else parts.push(String(value));
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        await tell(await done(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const answer of await cache.matchAll()) parts.push(bytes(await answer.arrayBuffer()));
    }
    return parts.join('\n');
  });
  return Buffer.concat([Buffer.from(dump, 'latin1'), Buffer.from(dump, 'utf8')]);
};
