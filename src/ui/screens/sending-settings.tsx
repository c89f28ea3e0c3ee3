import { useState } from 'preact/hooks';
import { chooseParallel, MOST_PARALLEL, parallel } from '../../app/queue/parallel.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { settingsText as text } from '../text/ajustes.ts';

const COUNTS = Array.from({ length: MOST_PARALLEL }, (_, index) => index + 1);

/** How many deliveries are sent at a time. */
export const SendingSettings = () => {
  const [outcome, setOutcome] = useState<'saved' | 'storage-full'>();
  const choose = async (count: number) => {
    const chosen = await chooseParallel(count);
    setOutcome(chosen.ok ? 'saved' : chosen.error);
  };
  return (
    <section class="card stack" aria-labelledby="sending">
      <h2 id="sending">{text.sending}</h2>
      <Field id="parallel" label={text.parallel} help={text.parallelHelp}>
        {(control) => (
          <select
            {...control}
            class="input"
            value={String(parallel.value)}
            onChange={({ currentTarget }) => void choose(Number(currentTarget.value))}
          >
            {COUNTS.map((count) => (
              <option key={count} value={String(count)}>
                {count}
              </option>
            ))}
          </select>
        )}
      </Field>
      {outcome === 'saved' && <Notice tone="success">{text.saved}</Notice>}
      {outcome === 'storage-full' && <Notice tone="warning">{text.notSaved}</Notice>}
    </section>
  );
};
