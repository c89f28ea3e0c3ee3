import { takeOver } from '../queue/verbs.ts';

/** The person's word that restored entries go on here, one after another. */
export const takeOverAll = async (ids: readonly string[]): Promise<void> => {
  for (const id of ids) await takeOver(id);
};
