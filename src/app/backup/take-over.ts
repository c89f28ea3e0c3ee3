import { thisBrowser } from '../owner.ts';
import { tell } from '../queue/verbs.ts';

/** The person's word that restored entries go on here, one after another. */
export const takeOverAll = async (ids: readonly string[]): Promise<void> => {
  const owner = await thisBrowser();
  for (const id of ids) await tell(id, { kind: 'taken-over', owner });
};
