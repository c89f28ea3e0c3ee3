import { useEffect, useState } from 'preact/hooks';
import type { FileToSign } from '../../../app/files-to-sign/files.ts';
import { hashOf } from '../../../app/files-to-sign/sign-one.ts';

/** SHA-256 of each file by its id, as one after another becomes known; empty where a file cannot be read. */
export const useHashes = (files: readonly FileToSign[]): ReadonlyMap<string, string> => {
  const [hashes, setHashes] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let closed = false;
    const run = async () => {
      for (const { id, file } of files) {
        const sha256 = await hashOf(file);
        if (closed) return;
        setHashes((known) => new Map(known).set(id, sha256 ?? ''));
      }
    };
    void run();
    return () => {
      closed = true;
    };
  }, []);
  return hashes;
};
