import { useState } from 'preact/hooks';
import type { MotivoDaRecusa } from '../../app/pen/types.ts';

/** A refusal as it is being written. */
export interface WrittenRefusal {
  motivo: MotivoDaRecusa;
  justificativa: string;
}

/** By entry: what was typed stays while the page is open, also when the sheet is closed to decide later. */
const written = new Map<string, WrittenRefusal>();

/** The refusal of an entry, first as proposed; `forget` once it is answered. */
export const useRefusal = (entryId: string, proposed: () => WrittenRefusal) => {
  const [refusal, setRefusal] = useState(() => written.get(entryId) ?? proposed());
  const write = (next: WrittenRefusal) => {
    written.set(entryId, next);
    setRefusal(next);
  };
  return { refusal, write, forget: () => void written.delete(entryId) };
};
