import type { Process } from '../../process/types.ts';
import type { PenPlace, ProcessShelf } from '../../store/pen-lists.ts';
import type { PenPage } from '../../store/pen-records.ts';
import { penStores } from '../pen/stores.ts';
import { bodyHere } from './body.ts';

/** Processes of the body in use, the one that was changed last first; `after`: where the page before ended. */
export const processPage = async (
  shelf: ProcessShelf,
  after?: PenPlace,
): Promise<PenPage<Process>> => {
  const here = bodyHere();
  return here ? penStores.processes.page(here, shelf, after) : { found: [] };
};
