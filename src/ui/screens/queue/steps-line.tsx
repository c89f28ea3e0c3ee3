import type { QueueEntry } from '../../../app/queue/types.ts';
import { queueText } from '../../text/fila.ts';
import { isUncertain } from '../../waiting.ts';

type StepName = keyof typeof queueText.steps;

/** Which of the steps a person thinks in are done. */
const doneSteps = ({ frozen, progress }: QueueEntry): Record<StepName, boolean> => ({
  upload: frozen.files.every(({ localId }) => localId in progress.uploads),
  send: progress.delivery !== undefined,
  compare: progress.comparedAt !== undefined,
  consent: progress.consentedAt !== undefined,
  homologate: progress.homologation?.acceptedAt !== undefined,
  confirm: progress.confirmedAt !== undefined,
});

const NAMES = Object.keys(queueText.steps) as StepName[];

/** The way of a delivery as a drawn line. */
export const StepsLine = ({ entry }: { entry: QueueEntry }) => {
  const done = doneSteps(entry);
  const current = NAMES.find((name) => !done[name]);
  return (
    <ol class="steps">
      {NAMES.map((name) => (
        <li
          key={name}
          class={`step ${done[name] ? 'step-done' : ''} ${
            name === current && isUncertain(entry) ? 'step-uncertain' : ''
          }`}
          aria-current={name === current ? 'step' : undefined}
        >
          <span>{queueText.steps[name]}</span>
        </li>
      ))}
    </ol>
  );
};
