import { type Standing, standingOf } from '../../base/standing.ts';
import type { Process } from '../../process/types.ts';
import { penStores } from '../pen/stores.ts';

/** Where a process stands by what is written of its trâmites and of its place on the queue. */
export const readStanding = async (process: Pick<Process, 'id'>): Promise<Standing> => {
  const [tramites, entries] = await Promise.all([
    penStores.tramites.ofProcess(process.id),
    penStores.penEntries.ofProcess(process.id),
  ]);
  return standingOf(process, tramites, entries);
};
