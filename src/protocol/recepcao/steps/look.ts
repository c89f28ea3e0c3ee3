import type { Found } from '../court.ts';
import type { ReceivedDelivery } from '../messages.ts';
import { failureOutcome } from '../outcome.ts';
import { sameContent } from '../same-content.ts';
import type { RecepcaoProgress } from '../types.ts';
import { type Delivered, heard, type RecepcaoOutcome, type Tools } from './step.ts';

export type Seen =
  | { ok: true; delivery: ReceivedDelivery; answerSha256: string | undefined }
  | { ok: false; outcome: RecepcaoOutcome };

/** Reads the delivery by id; anything but our very content is an outcome that the person has to see. */
export const look = async (
  delivered: Delivered,
  tools: Tools,
  signal: AbortSignal,
  /** From where the person goes on once that is mended. */
  mended: RecepcaoProgress,
): Promise<Seen> => {
  const { entry, delivery, finalBody } = delivered;
  const found = await tools.court.delivery(entry.frozen, delivery.id, signal);
  if (found.kind === 'found' && sameContent(found.delivery, finalBody)) {
    return { ok: true, delivery: found.delivery, answerSha256: found.answerSha256 };
  }
  return { ok: false, outcome: notOurs(found, delivered, mended, tools) };
};

const notOurs = (
  found: Found,
  { delivery }: Delivered,
  progress: RecepcaoProgress,
  { clock }: Tools,
): RecepcaoOutcome => {
  switch (found.kind) {
    case 'failed':
      return failureOutcome(found.reply, 'none', progress);
    case 'gone':
      return {
        kind: 'refused',
        code: 'delivery-gone',
        detail: null,
        progress: { ...progress, deletedAt: clock.now() },
      };
    case 'found':
      return {
        kind: 'refused',
        code: 'content-differs',
        detail: found.delivery.jsonNode,
        progress: {
          ...progress,
          delivery: { ...delivery, statusEnvio: found.delivery.statusEnvio },
        },
        ...heard(found.answerSha256),
      };
  }
};
