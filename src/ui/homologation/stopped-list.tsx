import { homologationStage } from '../../app/homologation/stage.ts';
import type { QueueEntry } from '../../app/queue/types.ts';
import { hrefOf } from '../router.ts';
import { STAGES, homologateText as text } from '../text/homologar.ts';
import { headOf } from '../text/situacao.ts';
import { nameOf } from './name-of.ts';

/** Entries that do not go on, each by its name, with the reason and the way to it. */
export const StoppedList = ({ entries }: { entries: readonly QueueEntry[] }) => {
  if (entries.length === 0) return null;
  return (
    <ul class="plain-list stack">
      {entries.map((entry) => (
        <Stopped key={entry.id} entry={entry} />
      ))}
    </ul>
  );
};

const Stopped = ({ entry }: { entry: QueueEntry }) => {
  const stage = homologationStage(entry);
  const name = nameOf(entry);
  return (
    <li data-stopped={stage}>
      <strong>{name}</strong>
      <div>
        {(stage && STAGES[stage]) ?? headOf(entry)}{' '}
        {stage === 'differs' && (
          <>
            <a
              href={hrefOf({ screen: 'entregas', id: entry.id })}
              aria-label={text.differenceOf(name)}
            >
              {text.difference}
            </a>
            {', '}
          </>
        )}
        <a href={hrefOf({ screen: 'fila', id: entry.id })} aria-label={text.seeOf(name)}>
          {text.see}
        </a>
      </div>
    </li>
  );
};
