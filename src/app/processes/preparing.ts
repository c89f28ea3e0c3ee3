import type { Process } from '../../process/types.ts';
import type { PenPlace } from '../../store/pen-lists.ts';
import type { PenPage } from '../../store/pen-records.ts';
import { processPage } from './list.ts';
import { readStanding } from './standing.ts';
import type { Standing } from './types.ts';

/** A process that is being prepared here, or waits on the queue. */
export interface Prepared {
  process: Process;
  standing: Standing;
}

/** What is worked on here in the body in use, whoever began it; `after`: where the page before ended. */
export const preparingPage = async (after?: PenPlace): Promise<PenPage<Prepared>> => {
  const { found, ...rest } = await processPage('preparing', after);
  const stood = found.map(async (process) => ({ process, standing: await readStanding(process) }));
  return { ...rest, found: await Promise.all(stood) };
};
