import { errandOf, type QueueEntry } from '../../../app/queue/types.ts';
import type { queueText } from '../../text/fila.ts';

type StepName = keyof typeof queueText.steps;

interface DrawnStep {
  name: StepName;
  done: boolean;
}

/** The way of an errand in the steps a person thinks in, and which of them are done. */
export const stepsOf = ({ frozen, progress }: QueueEntry): DrawnStep[] => {
  const { delivery, comparedAt, consentedAt, confirmedAt, deletedAt, homologation } = progress;
  const errand = errandOf(frozen).kind;
  if (errand === 'delete') {
    const isGone = deletedAt !== undefined;
    return [
      { name: 'consent', done: isGone || consentedAt !== undefined },
      { name: 'delete', done: isGone },
    ];
  }
  const sending: DrawnStep[] = [
    { name: 'upload', done: frozen.files.every(({ localId }) => localId in progress.uploads) },
    { name: errand === 'alter' ? 'alter' : 'send', done: delivery !== undefined },
  ];
  const steps: DrawnStep[] = [
    ...(errand === 'homologate' ? [] : sending),
    { name: 'compare', done: comparedAt !== undefined },
    { name: 'pdf', done: homologation !== undefined },
    { name: 'consent', done: consentedAt !== undefined },
    { name: 'homologate', done: homologation?.acceptedAt !== undefined },
    { name: 'confirm', done: confirmedAt !== undefined },
  ];
  // It may have been homologated by somebody else: what was skipped here is done all the same.
  return confirmedAt === undefined ? steps : steps.map(({ name }) => ({ name, done: true }));
};
