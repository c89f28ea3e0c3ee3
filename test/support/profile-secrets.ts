import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Secrets by name, each as the byte strings of which none may be found. */
export type Secrets = Record<string, readonly Buffer[]>;

/** What base64 makes of bytes wherever they begin in what is encoded, without the digits that their neighbours share. */
const inBase64 = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].flatMap((offset) => {
    const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const own = digits.slice(
      Math.ceil((offset * 4) / 3),
      Math.floor(((offset + bytes.length) * 4) / 3),
    );
    const url = own.replaceAll('+', '-').replaceAll('/', '_');
    return [own, url].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  });

/** A text as it may lie in a file: UTF-8, Latin-1, UTF-16, base64 of the first and of the last. */
export const textSecret = (text: string): Buffer[] => {
  const [utf8, latin1] = [Buffer.from(text), Buffer.from(text, 'latin1')];
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  return [utf8, latin1, utf16, swapped, ...inBase64(utf8), ...inBase64(utf16)];
};

const BLOCK = 16;

/** Bytes, of which no 32 in a row may be found: blocks of 16, as they are, in hexadecimal and in base64. */
export const bytesSecret = (bytes: Uint8Array): Buffer[] => {
  const blocks: Buffer[] = [];
  for (let at = 0; at + BLOCK <= bytes.length; at += BLOCK) {
    blocks.push(Buffer.from(bytes.subarray(at, at + BLOCK)));
  }
  return blocks.flatMap((block) => [block, Buffer.from(block.toString('hex')), ...inBase64(block)]);
};

/** Finds thousands of byte strings in one pass: few places begin as one of them does. */
const finderOf = (secrets: Secrets) => {
  const begins = new Uint8Array(1 << 24);
  const byBeginning = new Map<number, { name: string; form: Buffer }[]>();
  for (const [name, forms] of Object.entries(secrets)) {
    for (const form of forms) {
      const beginning = form.readUIntBE(0, 3);
      begins[beginning] = 1;
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { name, form }]);
    }
  }
  return (content: Buffer): string[] => {
    const found = new Set<string>();
    let last = 0;
    for (let at = 0; at < content.length; at++) {
      last = ((last << 8) | (content[at] ?? 0)) & 0xffffff;
      if (begins[last] === 0 || at < 2) continue;
      for (const { name, form } of byBeginning.get(last) ?? []) {
        if (content.subarray(at - 2, at - 2 + form.length).equals(form)) found.add(name);
      }
    }
    return [...found];
  };
};

/** Names of the secrets that lie in a content. */
export const secretsIn = (content: Buffer, secrets: Secrets): string[] =>
  finderOf(secrets)(content);

/** Every file of a browser's profile that holds one of the secrets, as `name: file`. */
export const secretsUnder = async (folder: string, secrets: Secrets): Promise<string[]> => {
  const find = finderOf(secrets);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const hits: string[] = [];
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    for (const name of find(await readFile(path))) hits.push(`${name}: ${path}`);
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
