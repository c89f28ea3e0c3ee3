import { type Bytes, concat } from '../../src/base/bytes.ts';

/** How much of a refused body is still read, so that the refusal arrives instead of a reset connection: a part of PEN and more. */
const DISCARDED = 256 * 1024 * 1024;

/** The body of a request, or `undefined` where it is over `limit` bytes. */
export const readBody = async (request: Request, limit: number): Promise<Bytes | undefined> => {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size <= limit) kept.push(chunk);
    if (size > limit + DISCARDED) break;
  }
  return size > limit ? undefined : concat(...kept);
};

/** Reads away a body that nobody asked for, up to a limit: a refusal must not overtake what is still being sent. */
export const discardBody = async ({ bodyUsed, body }: Request): Promise<void> => {
  if (bodyUsed) return;
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > DISCARDED) break;
  }
};
