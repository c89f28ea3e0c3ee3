import { type Bytes, bytesOf } from '../base/bytes.ts';

/** The bytes of a file that the person chose; nothing where it was moved, changed or taken away since. */
export const readFile = async (file: Blob): Promise<Bytes | undefined> => {
  try {
    return await bytesOf(file);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
};
