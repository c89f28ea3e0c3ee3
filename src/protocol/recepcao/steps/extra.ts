import { EXTRA } from '../agreement.ts';
import type { RecepcaoEntry } from '../types.ts';
import type { RecepcaoStep } from './step.ts';

/** The person decides about deliveries that equal hers, before anything is homologated. */
export const askAboutExtras = ({ progress, consents }: RecepcaoEntry): RecepcaoStep => ({
  id: EXTRA,
  effect: 'none',
  needs: ['consent'],
  run: async () => {
    const means = consents.findLast(({ step }) => step === EXTRA)?.means;
    const onExtras = means === 'delete' ? 'delete' : 'keep';
    return { kind: 'applied', progress: { ...progress, onExtras }, meaning: onExtras };
  },
});
