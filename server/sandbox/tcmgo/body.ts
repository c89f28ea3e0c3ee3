import { type Bytes, concat } from '../../../src/base/bytes.ts';

const MEBIBYTE = 1024 * 1024;

/** A refused body is read to its end up to here, so that the answer arrives and no reset does. */
const DISCARD_LIMIT = 128 * MEBIBYTE;

/** The whole body, or `undefined` where it is larger than `limit` bytes (the rest is discarded). */
export const readBody = async (request: Request, limit: number): Promise<Bytes | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size <= limit) parts.push(part);
    else if (size > DISCARD_LIMIT) break;
  }
  return size <= limit ? concat(...parts) : undefined;
};

/** Reads and drops a body that nobody read: an answer before its end would reset the connection. */
export const discardBody = async (request: Request): Promise<void> => {
  if (!request.bodyUsed) await readBody(request, 0);
};
