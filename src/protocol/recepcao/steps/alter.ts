import { sha256Hex, utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical-json.ts';
import { paths } from '../endpoints.ts';
import { errandOf } from '../errand.ts';
import { HOMOLOGADO, type ReceivedDelivery, readDelivery } from '../messages.ts';
import { failureOutcome, unproven } from '../outcome.ts';
import { sameContent } from '../same-content.ts';
import type { RecepcaoFrozen, RecepcaoProgress } from '../types.ts';
import { idsInstead, proveById, type Sent, shownAs, toJudge } from './find-delivery.ts';
import {
  heard,
  type RecepcaoOutcome,
  type RecepcaoResolution,
  type RecepcaoStep,
  SETTLE_MS,
  type Tools,
} from './step.ts';

const contentSha256 = ({ jsonNode }: ReceivedDelivery): Promise<string> =>
  sha256Hex(utf8(canonicalJson(jsonNode)));

/**
 * Reads a delivery that is to be altered. One that holds our content is altered already, by whomever it was: a copy of
 * this entry may have gone further, even to the homologation. Any other that is homologated or gone is for the person
 * to see.
 */
const readOpen = async (
  { entry: { frozen, progress }, finalBody }: Sent,
  courtId: number,
  { court, clock }: Tools,
  signal: AbortSignal,
): Promise<{ delivery: ReceivedDelivery } | RecepcaoOutcome> => {
  const { oldSha256: _, ...unread } = progress;
  const refused = { kind: 'refused', detail: null, progress: unread } as const;
  const found = await court.delivery(frozen, courtId, signal);
  if (found.kind === 'failed') return failureOutcome(found.reply, 'none', unread);
  if (found.kind === 'gone') {
    const gone = { ...unread, deletedAt: clock.now() };
    return { ...refused, code: 'delivery-gone', progress: gone };
  }
  const { delivery, answerSha256 } = found;
  if (sameContent(delivery, finalBody)) {
    const altered = { ...unread, delivery: shownAs(delivery, clock.now()) };
    return { kind: 'applied', progress: altered, meaning: 'found-altered', ...heard(answerSha256) };
  }
  return delivery.statusEnvio === HOMOLOGADO && !alterationOf(frozen)?.homologated
    ? { ...refused, code: 'already-homologated', ...heard(answerSha256) }
    : { delivery };
};

const alterationOf = (frozen: RecepcaoFrozen) => {
  const errand = errandOf(frozen);
  return errand.kind === 'alter' ? errand : undefined;
};

/** Keeps what the court holds before it is altered, so that a lost answer can be told from nothing done. */
export const readOld = (sent: Sent, courtId: number, tools: Tools): RecepcaoStep => ({
  id: 'read-old',
  effect: 'none',
  needs: ['token', 'network'],
  run: async (signal): Promise<RecepcaoOutcome> => {
    const read = await readOpen(sent, courtId, tools, signal);
    if ('kind' in read) return read;
    const oldSha256 = await contentSha256(read.delivery);
    const instead = alterationOf(sent.entry.frozen)?.instead ?? oldSha256;
    if (instead !== oldSha256) {
      const detail = read.delivery.jsonNode;
      return { kind: 'refused', code: 'content-differs', detail, progress: sent.entry.progress };
    }
    const progress = { ...sent.entry.progress, oldSha256 };
    return { kind: 'applied', progress, meaning: `old-content ${oldSha256}` };
  },
});

/** The PUT that puts our content in the place of what is there, right after a GET that shows just that. */
export const alter = (
  { entry, finalBody }: Sent,
  { courtId, oldSha256 }: { courtId: number; oldSha256: string },
  tools: Tools,
): RecepcaoStep => {
  const { frozen, progress } = entry;
  const { court, clock } = tools;
  const { oldSha256: _, ...unread } = progress;
  const altered = (delivery: ReceivedDelivery): RecepcaoProgress => ({
    ...progress,
    delivery: shownAs(delivery, clock.now()),
  });
  return {
    id: 'alter',
    effect: 'once',
    settleMs: SETTLE_MS,
    needs: ['token', 'network'],
    requestSha256: finalBody.sha256,
    run: async (signal, late): Promise<RecepcaoOutcome> => {
      const read = await readOpen({ entry, finalBody }, courtId, tools, signal);
      if ('kind' in read) return read;
      if ((await contentSha256(read.delivery)) !== oldSha256) {
        const detail = read.delivery.jsonNode;
        return { kind: 'refused', code: 'content-differs', detail, progress: unread };
      }
      const tooLate = late();
      if (tooLate) return tooLate;
      const path = paths.delivery(frozen, courtId);
      const reply = await court.ask({ method: 'PUT', path, body: finalBody.text }, signal);
      if (reply.kind !== 'success') return failureOutcome(reply, 'once');
      const received = readDelivery(reply.json);
      const answer = heard(reply.answerSha256);
      return received
        ? { kind: 'applied', progress: altered(received), meaning: 'altered', ...answer }
        : { kind: 'unknown', code: 'unexpected-answer', ...answer };
    },
    resolve: async (signal, hint): Promise<RecepcaoResolution> => {
      if (hint !== undefined && Number(hint) !== courtId) {
        return { kind: 'still-unknown', code: 'no-such-delivery' };
      }
      if (hint !== undefined) return proveById({ entry, finalBody }, hint, tools, signal);
      const found = await court.delivery(frozen, courtId, signal);
      if (found.kind === 'failed') return unproven(found.reply);
      if (found.kind === 'gone') return { kind: 'still-unknown', code: 'delivery-gone' };
      const { delivery } = found;
      const answer = heard(found.answerSha256);
      if (sameContent(delivery, finalBody)) {
        const progress = altered(delivery);
        return { kind: 'happened', progress, meaning: 'found-altered', ...answer };
      }
      if ((await contentSha256(delivery)) === oldSha256) {
        return { kind: 'absent', proof: 'old-content', ...answer };
      }
      return idsInstead({ entry, finalBody }, delivery)
        ? { ...toJudge('same-but-files', [delivery]), ...answer }
        : { kind: 'still-unknown', code: 'content-differs', ...answer };
    },
  };
};
