import type { QueueEntry } from '../../../app/queue/types.ts';
import { queueText } from '../../text/fila.ts';
import { isUncertain } from '../../waiting.ts';
import { stepsOf } from './steps.ts';

/** The way of an errand as a drawn line. */
export const StepsLine = ({ entry }: { entry: QueueEntry }) => {
  const steps = stepsOf(entry);
  const current = steps.find(({ done }) => !done)?.name;
  return (
    <ol class="steps">
      {steps.map(({ name, done }) => (
        <li
          key={name}
          class={`step ${done ? 'step-done' : ''} ${
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
