import { isSealed } from './read-all.ts';
import type { RawRecord, UpgradeTransaction } from './rewrite.ts';

/** What stands in clear beside an entry since version 5. */
export const listedEntryMembers = (entry: RawRecord): RawRecord => {
  const { id, ambiente, representacao = 0, createdAt, changedAt, state } = entry;
  if (memberOf(state, 'kind') !== 'done') return { changed: ['held', changedAt] };
  const done = [0, representacao].map((owner) => [ambiente, owner, -Number(createdAt), id]);
  return { changed: ['done', changedAt], done };
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

/** Writes of which drafts a done entry was made. */
export const noteDoneDrafts = async (transaction: UpgradeTransaction): Promise<void> => {
  const entries = transaction.objectStore('entries');
  const doneDrafts = transaction.objectStore('doneDrafts');
  for (const key of await entries.getAllKeys()) {
    const entry = await entries.get(key);
    if (!isSealed(entry)) continue;
    const { state, frozen } = entry.record;
    if (state.kind !== 'done' || frozen.errand?.kind === 'delete') continue;
    await doneDrafts.put(key, frozen.draftId);
  }
};
