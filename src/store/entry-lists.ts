import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import type { Sealed } from './codec.ts';

/** [whether it is done, ambiente, -createdAt, id]: in order, the newest of an ambiente first. */
export type EntryPlace = [is: 'held' | 'done', ambiente: string, age: number, id: string];

/** An entry as it lies on disk: by what stands beside its record, in clear, lists find it. */
export interface ListedEntry extends Sealed<RecepcaoEntry> {
  /** `held`: it goes on, or came to nothing: what a window holds in memory. */
  listed: EntryPlace;
  /** The draft it was made of. */
  draftId: string;
}

/** What stands beside an entry's record. */
export const entryMembers = ({
  id,
  ambiente,
  createdAt,
  state,
  frozen,
}: RecepcaoEntry): Omit<ListedEntry, keyof Sealed<RecepcaoEntry>> => ({
  listed: [state.kind === 'done' ? 'done' : 'held', ambiente, -createdAt, id],
  draftId: frozen.draftId,
});

/** An entry's record with what its indexes need. */
export const listedEntry = (entry: RecepcaoEntry, sealed: Sealed<RecepcaoEntry>): ListedEntry => ({
  ...sealed,
  ...entryMembers(entry),
});
