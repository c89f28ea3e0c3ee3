import { earlierOf } from './errand.ts';
import { standingOf } from './standing.ts';
import type { Earlier, RecepcaoFrozen, RecepcaoOutline } from './types.ts';

/** What has not come about yet of all that an errand waits for; `entries` are those it names, or more. */
export const missingEarlier = (
  frozen: Pick<RecepcaoFrozen, 'after'>,
  entries: readonly RecepcaoOutline[],
): Earlier[] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return earlierOf(frozen).filter((earlier) => {
    const entry = byId.get(earlier.entryId);
    return !entry || !hasCome(earlier, entry);
  });
};

const hasCome = ({ until }: Earlier, entry: RecepcaoOutline): boolean => {
  const standing = standingOf(entry);
  if (standing === 'homologated') return true;
  const isThere = standing === 'there' || standing === 'perhaps-homologated';
  return until === 'delivered' && isThere && entry.progress.delivery !== undefined;
};
