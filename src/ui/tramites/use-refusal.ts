import { useEffect, useState } from 'preact/hooks';
import { readRefusal, type WrittenRefusal, writeRefusal } from '../../app/pen/refusals.ts';

/** The refusal of an entry: as it was typed, whenever that was, or else as proposed; and how to write it. */
export const useRefusal = (
  entryId: string,
  proposed: WrittenRefusal,
): [WrittenRefusal, (next: WrittenRefusal) => void] => {
  const [typed, setTyped] = useState<WrittenRefusal>();
  useEffect(() => {
    let isWanted = true;
    void readRefusal(entryId).then((found) => isWanted && setTyped((known) => known ?? found));
    return () => {
      isWanted = false;
    };
  }, [entryId]);
  const write = (next: WrittenRefusal) => {
    setTyped(next);
    void writeRefusal(entryId, next);
  };
  return [typed ?? proposed, write];
};
