import { entries } from '../../../app/state.ts';
import { Empty } from '../../parts/empty.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { place } from '../../router.ts';
import { queueText as text } from '../../text/fila.ts';
import { EntryCard } from './entry-card.tsx';

/** Everything on its way, one card each, the newest first. */
export const QueueScreen = () => (
  <>
    <ScreenHead title={text.title} lead={text.lead} />
    {entries.value.length === 0 ? (
      <Empty title={text.none} help={text.noneHelp} />
    ) : (
      <div class="stack">
        {entries.value.map((entry) => (
          <EntryCard key={entry.id} entry={entry} open={place.value.id === entry.id} />
        ))}
      </div>
    )}
  </>
);
