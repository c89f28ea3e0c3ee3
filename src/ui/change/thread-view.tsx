import { useEffect, useState } from 'preact/hooks';
import { readAgain } from '../../app/change/read-again.ts';
import { storyOf } from '../../app/change/story.ts';
import type { CourtDelivery, ThreadStep } from '../../app/change/types.ts';
import { entries } from '../../app/state.ts';
import { showInstant } from '../../base/civil-date.ts';
import { hrefOf } from '../router.ts';
import '../styles/thread.css';
import { threadText as text } from '../text/mudar-entrega.ts';

/** The story of a delivery at the court as one thread, from the first sending on. */
export const ThreadView = ({ delivery }: { delivery: CourtDelivery }) => {
  const [steps, setSteps] = useState<ThreadStep[]>([]);
  const queue = entries.value;
  useEffect(() => {
    let isWanted = true;
    void storyOf(delivery).then((story) => {
      if (!isWanted) return;
      setSteps(story);
      const unseen = story.find((step) => step.kind === 'reopened' && !step.seen);
      if (unseen) readAgain(delivery, unseen.at);
    });
    return () => {
      isWanted = false;
    };
  }, [delivery, queue]);
  return (
    <section class="card stack" aria-labelledby="historia">
      <h2 id="historia">{text.title}</h2>
      <ol class="thread">
        {steps.map((step) => (
          <li key={`${step.kind} ${step.at}`} data-thread={step.kind}>
            <strong>{titleOf(step)}</strong>{' '}
            {!(step.kind === 'reopened' && !step.seen) && (
              <span class="soft">{showInstant(step.at)}</span>
            )}
            <Detail step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
};

const titleOf = (step: ThreadStep): string => {
  switch (step.kind) {
    case 'delivered':
      return text.delivered[step.origin];
    case 'homologated':
      return text.homologated(step.again);
    case 'reopened':
      return step.seen ? text.reopened.seen : text.reopened.unseen;
    case 'altered':
      return step.entryId === undefined ? text.alteredElsewhere : text.altered;
    case 'requested':
    case 'gone':
      return text[step.kind];
  }
};

const Detail = ({ step }: { step: ThreadStep }) => {
  if (step.kind === 'reopened' && step.seen) return <div class="small">{text.notCounting}</div>;
  if (!('stage' in step)) return null;
  const homologatedAt = step.kind === 'requested' ? step.homologatedAt : undefined;
  return (
    <div class="small">
      {homologatedAt === undefined
        ? `${text.stages[step.stage]}. `
        : `${text.requestHomologated(showInstant(homologatedAt))} `}
      {step.entryId !== undefined && (
        <a href={hrefOf({ screen: 'fila', id: step.entryId })}>{text.see}</a>
      )}
    </div>
  );
};
