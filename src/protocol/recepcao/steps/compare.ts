import { HOMOLOGADO } from '../messages.ts';
import type { RecepcaoProgress } from '../types.ts';
import { look } from './look.ts';
import {
  type Delivered,
  heard,
  type RecepcaoOutcome,
  type RecepcaoStep,
  type Tools,
} from './step.ts';

/** Reads the delivery back and holds it against what was sent, before the person is asked to homologate it. */
export const compare = (delivered: Delivered, tools: Tools): RecepcaoStep => ({
  id: 'compare',
  effect: 'none',
  needs: ['token', 'network'],
  run: async (signal): Promise<RecepcaoOutcome> => {
    const seen = await look(delivered, tools, signal, delivered.entry.progress);
    if (!seen.ok) return seen.outcome;
    const { statusEnvio } = seen.delivery;
    const progress: RecepcaoProgress = {
      ...delivered.entry.progress,
      delivery: { ...delivered.delivery, statusEnvio },
      comparedAt: tools.clock.now(),
    };
    return { kind: 'applied', progress, meaning: 'content-equal', ...heard(seen.answerSha256) };
  },
});

/** The last word: HOMOLOGADO counts when a GET by id says it of our very content. */
export const confirm = (delivered: Delivered, tools: Tools): RecepcaoStep => ({
  id: 'confirm',
  effect: 'none',
  needs: ['token', 'network'],
  run: async (signal): Promise<RecepcaoOutcome> => {
    const seen = await look(delivered, tools, signal, delivered.entry.progress);
    if (!seen.ok) return seen.outcome;
    const { statusEnvio } = seen.delivery;
    const delivery = { ...delivered.delivery, statusEnvio };
    const { homologation, ...rest } = delivered.entry.progress;
    if (statusEnvio !== HOMOLOGADO) {
      const progress: RecepcaoProgress = { ...rest, delivery };
      return { kind: 'refused', code: 'not-homologated', detail: statusEnvio, progress };
    }
    return {
      kind: 'applied',
      progress: {
        ...delivered.entry.progress,
        delivery,
        confirmedAt: tools.clock.now(),
      },
      meaning: 'homologated',
      ...heard(seen.answerSha256),
    };
  },
});
