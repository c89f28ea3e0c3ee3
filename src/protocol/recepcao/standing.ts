import { errandOf } from './errand.ts';
import { HOMOLOGADO } from './messages.ts';
import type { RecepcaoOutline } from './types.ts';

/**
 * What is known of an errand at the court: the one source of every word and count about it, and what the model test
 * holds against the court itself. `perhaps-…`: it was asked for, or told of, and no look has proved it yet.
 */
export type Standing =
  /**
   * The court holds no delivery of this errand that was made from here; of one that is over, held none when it ended:
   * a copy of it may have gone on elsewhere since.
   */
  | 'nothing-there'
  | 'perhaps-there'
  /**
   * The court holds the delivery it made, or is about; one of ours not homologated as far as was read. Of one that is
   * over and made none, held it when it ended, as above.
   */
  | 'there'
  | 'perhaps-altered'
  | 'perhaps-homologated'
  /** The court said HOMOLOGADO of the very content that was sent. */
  | 'homologated'
  | 'perhaps-gone'
  | 'gone';

const PERHAPS: Record<string, Standing> = {
  send: 'perhaps-there',
  alter: 'perhaps-altered',
  homologate: 'perhaps-homologated',
  delete: 'perhaps-gone',
};

/** What may be said of an entry, never more than its log shows. */
export const standingOf = (entry: RecepcaoOutline): Standing => {
  const { progress, state } = entry;
  if (progress.confirmedAt !== undefined) return 'homologated';
  if (progress.deletedAt !== undefined) return 'gone';
  const doubted = doubtedStep(entry);
  const perhaps = doubted === undefined ? undefined : PERHAPS[doubted.split(':')[0] ?? ''];
  if (perhaps) return perhaps;
  const unresolved = entry.mustAsk || (state.kind === 'cancelled' && state.unresolved);
  return unresolved ? perhapsFurther(entry) : known(entry);
};

const doubtedStep = ({ state }: RecepcaoOutline): string | undefined =>
  'settledAt' in state && (state.kind !== 'running' || state.effect === 'once')
    ? state.step
    : undefined;

/** The next thing that must not happen twice may have been done by somebody else, or before it was given up. */
const perhapsFurther = ({ frozen, progress }: RecepcaoOutline): Standing => {
  const { kind } = errandOf(frozen);
  if (kind === 'delete') return 'perhaps-gone';
  if (kind === 'homologate' || progress.delivery) return 'perhaps-homologated';
  return kind === 'alter' ? 'perhaps-altered' : 'perhaps-there';
};

const known = (entry: RecepcaoOutline): Standing => {
  const { delivery } = entry.progress;
  if (!delivery) return errandOf(entry.frozen).kind === 'deliver' ? 'nothing-there' : 'there';
  return delivery.statusEnvio === HOMOLOGADO || mayCount(entry) ? 'perhaps-homologated' : 'there';
};

/** Its signed PDF was taken, or was sent and not answered, although no look has shown the effect. */
const mayCount = ({ progress: { homologation }, absenceStated }: RecepcaoOutline): boolean =>
  homologation?.acceptedAt !== undefined ||
  homologation?.unansweredAt !== undefined ||
  (homologation?.signedPdfSha256 !== undefined && absenceStated.includes('homologate'));
