import type { Protocol } from '../../outbox/ports.ts';
import { toSend } from './steps/send.ts';
import type { PenStep, PenTools } from './steps/step.ts';
import { PEN, type PenEntry, type PenFrozen, type PenProgress } from './types.ts';

/**
 * Send: before → register → each component that is wanted (whole, or in parts and the end signal) → recibo de envio; where the
 * answer to the first was lost, and asking found it: withdraw → register. `toReceive`: the steps of the other errand.
 * docs/protocols/pen.md tells both.
 */
export const penProtocol = (
  tools: PenTools,
  toReceive: (entry: PenEntry, idt: number) => PenStep | 'done',
): Protocol<PenFrozen, PenProgress> => ({
  id: PEN,
  next: (entry) => {
    const { errand } = entry.frozen;
    if (errand.kind === 'receive') return toReceive(entry, errand.idt);
    const { progress, mustAsk } = entry;
    return toSend({ errand, progress, notes: progress.send ?? {}, mustAsk }, tools);
  },
});
