import { canonicalJson } from '../../../base/canonical-json.ts';
import { CONSENT_DELETE } from '../agreement.ts';
import { paths } from '../endpoints.ts';
import { HOMOLOGADO } from '../messages.ts';
import { failureOutcome, unproven } from '../outcome.ts';
import { sameContent } from '../same-content.ts';
import type { RecepcaoEntry, RecepcaoProgress } from '../types.ts';
import {
  heard,
  needsEarlier,
  type RecepcaoOutcome,
  type RecepcaoResolution,
  type RecepcaoStep,
  SETTLE_MS,
  type Tools,
} from './step.ts';

/** A delivery that is to be gone. */
interface Removal {
  entry: RecepcaoEntry;
  courtId: number;
  /** Canonical JSON of what is to be there. */
  content: { text: string };
  /** Once it is gone. */
  gone: RecepcaoProgress;
  /** From where the person goes on where it must not be deleted. */
  mended: RecepcaoProgress;
}

/** DELETE of one delivery, right after a GET that says that it is what we think and has no legal effect yet. */
const remove = (
  stepId: string,
  { entry, courtId, content, gone, mended }: Removal,
  { court }: Tools,
): RecepcaoStep => ({
  id: stepId,
  effect: 'once',
  settleMs: SETTLE_MS,
  needs: ['token', 'network'],
  run: async (signal, late): Promise<RecepcaoOutcome> => {
    const found = await court.delivery(entry.frozen, courtId, signal);
    if (found.kind === 'failed') return failureOutcome(found.reply, 'none', mended);
    if (found.kind === 'gone') return { kind: 'applied', progress: gone, meaning: 'found-gone' };
    const { delivery } = found;
    const refused = { kind: 'refused', progress: mended, ...heard(found.answerSha256) } as const;
    if (!sameContent(delivery, content)) {
      return { ...refused, code: 'content-differs', detail: delivery.jsonNode };
    }
    if (delivery.statusEnvio === HOMOLOGADO) {
      return { ...refused, code: 'already-homologated', detail: null };
    }
    const tooLate = late();
    if (tooLate) return tooLate;
    const path = paths.delivery(entry.frozen, courtId);
    const reply = await court.ask({ method: 'DELETE', path }, signal);
    if (reply.kind !== 'success') return failureOutcome(reply, 'once', mended);
    return { kind: 'applied', progress: gone, meaning: 'deleted', ...heard(reply.answerSha256) };
  },
  resolve: async (signal): Promise<RecepcaoResolution> => {
    const found = await court.delivery(entry.frozen, courtId, signal);
    if (found.kind === 'failed') return unproven(found.reply);
    if (found.kind === 'gone') return { kind: 'happened', progress: gone, meaning: 'found-gone' };
    return { kind: 'absent', proof: 'still-there', ...heard(found.answerSha256) };
  },
});

/** The person's word that the delivery is to be deleted. */
export const consentDelete = (entry: RecepcaoEntry, { clock }: Tools): RecepcaoStep => ({
  id: CONSENT_DELETE,
  effect: 'none',
  needs: [...needsEarlier(entry), 'consent'],
  run: async () => ({
    kind: 'applied',
    progress: { ...entry.progress, consentedAt: clock.now() },
    meaning: 'consented',
  }),
});

/** The DELETE that an errand is for. */
export const removeDelivery = (
  entry: RecepcaoEntry,
  courtId: number,
  tools: Tools,
): RecepcaoStep => {
  const { frozen, progress } = entry;
  const removal: Removal = {
    entry,
    courtId,
    content: { text: canonicalJson(frozen.payload) },
    gone: { ...progress, deletedAt: tools.clock.now() },
    mended: progress,
  };
  return remove('delete', removal, tools);
};

/** The DELETE of a second delivery equal to ours. One that is not to be deleted any more is left. */
export const removeExtra = (
  entry: RecepcaoEntry,
  content: { text: string },
  courtId: number,
  tools: Tools,
): RecepcaoStep => {
  const { extras = [], ...rest } = entry.progress;
  const left = extras.filter(({ id }) => id !== courtId);
  const without: RecepcaoProgress = left.length > 0 ? { ...rest, extras: left } : rest;
  const removal: Removal = { entry, courtId, content, gone: without, mended: without };
  return remove(`delete-extra:${courtId}`, removal, tools);
};
