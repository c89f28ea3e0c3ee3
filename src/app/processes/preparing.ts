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

/** How many pages of all processes are read for one of these at most: most of them may lie with other bodies. */
const PAGES_LOOKED_AT = 10;
const ENOUGH = 25;

/** What is worked on here in the body in use, whoever began it; `after`: where the page before ended. */
export const preparingPage = async (after?: PenPlace): Promise<PenPage<Prepared>> => {
  const found: Prepared[] = [];
  let next = after;
  for (let pages = 0; pages < PAGES_LOOKED_AT && found.length < ENOUGH; pages++) {
    const page = await processPage('all', next);
    const stood = await Promise.all(
      page.found.map(async (process) => ({ process, standing: await readStanding(process) })),
    );
    found.push(...stood.filter(isPrepared));
    next = page.next;
    if (!next) break;
  }
  return { found, ...(next && { next }) };
};

/** What came and has nothing new in it yet is in the list of what was received. */
const isPrepared = ({ process: { received, documents }, standing }: Prepared): boolean =>
  standing === 'sending' ||
  (standing === 'open' && (!received || documents.some(({ wire }) => !wire)));
