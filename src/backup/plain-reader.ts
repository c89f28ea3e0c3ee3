import { type Bytes, concat, fromUtf8 } from '../base/bytes.ts';
import { DamagedError } from './chunks.ts';

/** Takes the content of a copy apart while it is decrypted. All throw `DamagedError` where less is there than there should be. */
export interface PlainReader {
  /** Up to the next line feed, which is dropped. */
  line(): Promise<string>;
  /** The next `size` bytes, handed to the browser chunk by chunk, which may keep them on disk. */
  blob(size: number): Promise<Blob>;
  /** Throws where anything is left. */
  end(): Promise<void>;
}

const LINE_FEED = 10;

export const plainReader = (chunks: AsyncGenerator<Bytes>): PlainReader => {
  let held: Bytes = new Uint8Array(0);
  const next = async (): Promise<Bytes> => {
    const { value, done } = await chunks.next();
    if (done) throw new DamagedError();
    return value;
  };
  const take = (size: number): Bytes => {
    const taken = held.slice(0, size);
    held = held.subarray(size);
    return taken;
  };
  return {
    line: async () => {
      let end = held.indexOf(LINE_FEED);
      while (end < 0) {
        const searched = held.length;
        held = concat(held, await next());
        end = held.indexOf(LINE_FEED, searched);
      }
      const text = fromUtf8(take(end));
      take(1);
      return text;
    },
    blob: async (size) => {
      const parts: Blob[] = [];
      for (let left = size; left > 0; ) {
        if (held.length === 0) held = await next();
        const part = take(left);
        parts.push(new Blob([part]));
        left -= part.length;
      }
      return new Blob(parts);
    },
    end: async () => {
      if (held.length > 0 || !(await chunks.next()).done) throw new DamagedError();
    },
  };
};
