import { useState } from 'preact/hooks';
import type { MotivoDaRecusa } from '../../app/pen/types.ts';

/** A refusal as it is being written. */
export interface WrittenRefusal {
  motivo: MotivoDaRecusa;
  justificativa: string;
}

/** By entry: what was typed stays while the page is open, also when the sheet is closed to decide later. */
const written = new Map<string, WrittenRefusal>();

/** The refusal of an entry: as it was typed, or else as proposed; `forget` once it is answered. */
export const useRefusal = (entryId: string, proposed: WrittenRefusal) => {
  const [typed, setTyped] = useState(written.get(entryId));
  const write = (next: WrittenRefusal) => {
    written.set(entryId, next);
    setTyped(next);
  };
  return { refusal: typed ?? proposed, write, forget: () => void written.delete(entryId) };
};
