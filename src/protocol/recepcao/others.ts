import type { RecepcaoEntry } from './types.ts';

/** The other entries of this browser, as far as one has to do with them. */
export interface Others {
  /** Those of the court's ids whose deliveries other entries made or took for theirs. */
  heldByOthers(entry: RecepcaoEntry, courtIds: readonly number[]): Promise<ReadonlySet<number>>;
  /** Those that an entry comes after, as far as they are known here. */
  earlier(entry: RecepcaoEntry): Promise<RecepcaoEntry[]>;
}
