import { createHash } from 'node:crypto';

// A history runs in its own time and has to run the same way again: digests come back at once instead of from a pool
// of threads, and the time-outs of requests are the world's to give (`ports.ts`), not the machine's.

crypto.subtle.digest = async (_, data) => {
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer);
  return new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;
};

const never = new AbortController().signal;
AbortSignal.timeout = () => never;
// A request listens to its signal: one for all would keep them all.
AbortSignal.any = () => new AbortController().signal;
