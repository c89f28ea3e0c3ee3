import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import type { Sealed } from './codec.ts';

/** `held`: it goes on, or came to nothing: what a window holds in memory. */
export type Shelf = 'held' | 'done';

/** Where a done entry stands in a list: the newest first. */
export type DonePlace = [age: number, id: string];

/** [ambiente, representação (0: any), …place] */
export type DoneKey = [string, number, ...DonePlace];

/** An entry as it lies on disk: by what stands beside its record, in clear, it is found. */
export interface ListedEntry extends Sealed<RecepcaoEntry> {
  /** [shelf, epoch ms UTC of the last change] */
  changed: [Shelf, number];
  /** Of a done one, for all representações and for its own. */
  done?: DoneKey[];
}

/** What stands beside an entry's record. */
const membersOf = ({
  id,
  ambiente,
  representacao = 0,
  createdAt,
  changedAt,
  state,
}: RecepcaoEntry): Omit<ListedEntry, keyof Sealed<RecepcaoEntry>> =>
  state.kind === 'done'
    ? {
        changed: ['done', changedAt],
        done: [0, representacao].map((owner): DoneKey => [ambiente, owner, -createdAt, id]),
      }
    : { changed: ['held', changedAt] };

/** Whether it brought its draft to the court, to the end. */
export const isDelivered = ({ state, frozen }: RecepcaoEntry): boolean =>
  state.kind === 'done' && frozen.errand?.kind !== 'delete';

/** An entry's record with what its indexes need. */
export const listedEntry = (entry: RecepcaoEntry, sealed: Sealed<RecepcaoEntry>): ListedEntry => ({
  ...sealed,
  ...membersOf(entry),
});

/** What was changed at an instant (epoch ms UTC) or later, of one shelf. */
export const changedFrom = (shelf: Shelf, at: number): IDBKeyRange =>
  IDBKeyRange.bound([shelf, at], [shelf, []]);

/** Done entries of an ambiente, of all representações or of one; `after`: only those behind this place. */
export const doneRange = (ambiente: string, representacao = 0, after?: DonePlace): IDBKeyRange =>
  IDBKeyRange.bound(
    [ambiente, representacao, ...(after ?? [])],
    [ambiente, representacao, []],
    true,
  );
