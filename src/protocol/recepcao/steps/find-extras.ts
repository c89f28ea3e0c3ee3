import { failureOutcome } from '../outcome.ts';
import { sameContent } from '../same-content.ts';
import type { RecepcaoProgress } from '../types.ts';
import { bestFirst, extrasAmong, shownAs } from './find-delivery.ts';
import {
  type Delivered,
  heard,
  type RecepcaoOutcome,
  type RecepcaoStep,
  type Tools,
} from './step.ts';

/**
 * After the person's word that there was no delivery and a second POST: looks whether her word was wrong, before
 * anything is homologated. For errands with files only, whose ids tell that an equal delivery is ours.
 */
export const findExtras = (
  { entry: { frozen, progress }, delivery, finalBody }: Delivered,
  { court, clock }: Tools,
): RecepcaoStep => ({
  id: 'find-extras',
  effect: 'none',
  needs: ['token', 'network'],
  run: async (signal): Promise<RecepcaoOutcome> => {
    const looked: RecepcaoProgress = { ...progress, extrasSoughtAt: clock.now() };
    const listed = await court.list(frozen, signal);
    if (listed.kind === 'failed') return failureOutcome(listed.reply, 'none', progress);
    if (listed.kind === 'no-list') return { kind: 'applied', progress: looked, meaning: 'no-list' };
    const equal = listed.deliveries
      .filter((one) => one.id !== delivery.id && sameContent(one, finalBody))
      .map((one) => shownAs(one, clock.now()));
    const [best = delivery, ...rest] = [delivery, ...equal].sort(bestFirst);
    return {
      kind: 'applied',
      progress: { ...looked, delivery: best, ...extrasAmong(rest) },
      meaning: equal.length > 0 ? 'extras-found' : 'no-extras',
      ...heard(listed.answerSha256),
    };
  },
});
