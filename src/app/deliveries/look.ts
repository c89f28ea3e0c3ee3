import { err, ok, type Result } from '../../base/result.ts';
import type { Found } from '../../protocol/recepcao/court.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { StorageFault } from '../../store/database.ts';
import { clock, stores } from '../stores.ts';
import { type AskFault, courtFor, faultOf } from './ask-court.ts';
import { afterAbsence, afterLook, contentOf } from './heard.ts';

export type LookFault = AskFault | StorageFault;

/** What the court said of a delivery: it holds it, or knows it no more. */
export type Shown = Exclude<Found, { kind: 'failed' }>;

/** Asks the court what it holds under the id of a delivery. `askedAt`: epoch ms UTC. */
export const showDelivery = async (
  known: Pick<
    CourtDelivery,
    'ambiente' | 'representacao' | 'spc' | 'slp' | 'mes' | 'ano' | 'courtId'
  >,
  signal: AbortSignal,
): Promise<Result<{ shown: Shown; askedAt: number }, AskFault>> => {
  const court = await courtFor(known, signal);
  if (!court.ok) return court;
  const askedAt = clock.now();
  const shown = await court.value.delivery(known, known.courtId, signal);
  return shown.kind === 'failed' ? err(faultOf(shown.reply)) : ok({ shown, askedAt });
};

/** Asks about a delivery, and writes down what the court says. */
export const lookAtCourt = async (
  known: CourtDelivery,
  signal: AbortSignal,
): Promise<Result<CourtDelivery, LookFault>> => {
  const asked = await showDelivery(known, signal);
  return asked.ok ? noteLook(known, asked.value) : asked;
};

/** Writes down what the court showed; what was heard after it was asked stays. */
export const noteLook = async (
  asked: CourtDelivery,
  { shown, askedAt }: { shown: Shown; askedAt: number },
): Promise<Result<CourtDelivery, StorageFault>> => {
  const content = shown.kind === 'found' ? await contentOf(shown.delivery) : undefined;
  if (content && content.sha256 !== asked.bodySha256) {
    const kept = await stores.files.put(new Blob([content.text]));
    if (!kept.ok) return kept;
  }
  const saved = await stores.courtDeliveries.save(asked, (known = asked) => {
    if (known.heardAt > askedAt) return known;
    // An id given again, by a court that went back to older books, is not our delivery.
    if (shown.kind === 'gone' || !content || shown.delivery.recibo !== known.recibo) {
      return afterAbsence(known, askedAt);
    }
    return afterLook(known, shown.delivery, content.sha256, askedAt);
  });
  return saved.ok ? ok(saved.value ?? asked) : saved;
};
