import { earlierOf } from './errand.ts';
import { standingOf } from './standing.ts';
import type { Earlier, RecepcaoFrozen, RecepcaoOutline } from './types.ts';

/** What became of the delivery that an entry made, whoever brought it about; by the id of the entry. */
export type SinceDelivered = ReadonlyMap<string, 'gone' | 'homologated'>;

/** What has not come about yet of all that an errand waits for; `entries` are those it names, or more. */
export const missingEarlier = (
  frozen: Pick<RecepcaoFrozen, 'after'>,
  entries: readonly RecepcaoOutline[],
  since: SinceDelivered,
): Earlier[] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return earlierOf(frozen).filter((earlier) => {
    const entry = byId.get(earlier.entryId);
    return !entry || !hasCome(earlier, entry, since);
  });
};

const hasCome = ({ until }: Earlier, entry: RecepcaoOutline, since: SinceDelivered): boolean => {
  const standing = since.get(entry.id) ?? standingOf(entry);
  if (standing === 'homologated') return true;
  const isThere = standing === 'there' || standing === 'perhaps-homologated';
  return until === 'delivered' && isThere && entry.progress.delivery !== undefined;
};
