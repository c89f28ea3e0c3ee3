import { entries } from '../../../app/state.ts';
import { place } from '../../router.ts';
import { queueText as text } from '../../text/fila.ts';
import { EntryCard } from './entry-card.tsx';

/** Everything on its way, one card each, the newest first. */
export const QueueScreen = () => (
  <>
    <header class="screen-head">
      <div>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
      </div>
    </header>
    {entries.value.length === 0 ? (
      <div class="empty">
        <p>
          <strong>{text.none}</strong>
        </p>
        <p>{text.noneHelp}</p>
      </div>
    ) : (
      <div class="stack">
        {entries.value.map((entry) => (
          <EntryCard key={entry.id} entry={entry} open={place.value.id === entry.id} />
        ))}
      </div>
    )}
  </>
);
