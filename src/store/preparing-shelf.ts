import { standingBy } from '../base/standing.ts';
import type { ListedPenEntry, ListedProcess, ListedTramite, PenListKey } from './pen-lists.ts';
import { isSealed } from './read-all.ts';

/** The stores of one transaction that writes, as far as the shelf needs them. */
interface ShelfStores {
  processes: {
    get(id: string): Promise<ListedProcess | undefined>;
    put(listed: ListedProcess, id: string): Promise<unknown>;
  };
  tramites: { index(name: 'process'): { getAll(processId: string): Promise<ListedTramite[]> } };
  penEntries: { index(name: 'process'): { getAll(processId: string): Promise<ListedPenEntry[]> } };
}

/**
 * Puts processes on the shelf of what is worked on here, or takes them off, by what stands of them, their trâmites and their
 * entries: the last thing in every transaction that writes one of these.
 */
export const shelve = async (
  stores: ShelfStores,
  processIds: Iterable<string | undefined>,
): Promise<void> => {
  for (const id of new Set(processIds)) if (id !== undefined) await shelveOne(stores, id);
};

const shelveOne = async (
  { processes, tramites, penEntries }: ShelfStores,
  id: string,
): Promise<void> => {
  const [listed, ofTramites, ofEntries] = await Promise.all([
    processes.get(id),
    tramites.index('process').getAll(id),
    penEntries.index('process').getAll(id),
  ]);
  if (!isSealed(listed)) return;
  const standing = standingBy(
    ofEntries.some(({ sends }) => sends === 1),
    ofTramites.filter(isSealed).map(({ fact }) => fact),
  );
  // What came and has nothing new in it yet is in the list of what was received.
  const isPrepared = standing === 'sending' || (standing === 'open' && listed.hasOurs);
  const others = listed.lists.filter(([, , shelf]) => shelf !== 'preparing');
  if (isPrepared === others.length < listed.lists.length) return;
  await processes.put({ ...listed, lists: isPrepared ? onShelf(others) : others }, id);
};

/** In the place it has among all. */
const onShelf = (lists: PenListKey[]): PenListKey[] => [
  ...lists,
  ...lists
    .filter(([, , shelf]) => shelf === 'all')
    .map(([ambiente, orgao, , age, id]): PenListKey => [ambiente, orgao, 'preparing', age, id]),
];
