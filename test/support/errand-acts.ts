import { standingOf } from '../../src/protocol/recepcao/standing.ts';
import type { Errand } from './recepcao-errand.ts';

/** Agrees to whatever is asked, as often as it is asked. */
export const toTheEnd = async (errand: Errand) => {
  let state = await errand.go();
  while (state.kind === 'needs-person' && state.what === 'consent') {
    if (state.step === 'consent') await errand.consent();
    else await errand.command({ kind: 'consented', step: state.step, means: 'delete' });
    state = await errand.go();
  }
  return state;
};

/** What may be said of it at the court. */
export const stands = (errand: Errand) => standingOf(errand.store.entry(errand.id));

/** How a step of it ended, each time, with the meaning in the log. */
export const verdicts = (errand: Errand, of: string) =>
  errand.store
    .rows(errand.id)
    .filter(({ step, event }) => step === of && ['happened', 'absent', 'applied'].includes(event))
    .map(({ event, meaning }) => [event, meaning]);
