import { layoutName } from '../../../app/catalogue.ts';
import { earlierOf, type QueueEntry } from '../../../app/queue/types.ts';
import { waitsInVain } from '../../../app/queue/waits-in-vain.ts';
import { entries } from '../../../app/state.ts';
import { hrefOf } from '../../router.ts';
import { queueText as text } from '../../text/fila.ts';
import { headOf } from '../../text/situacao.ts';
import { showPeriod } from '../../text/units.ts';

/** The earlier entries one comes after: until what of them, and where they are. */
export const WaitsFor = ({ entry }: { entry: QueueEntry }) => (
  <>
    <p>{text.earlierTitle}</p>
    <ul>
      {earlierOnce(entry).map(({ entryId, until }) => (
        <li key={entryId}>
          <Earlier entryId={entryId} until={text.earlierUntil[until]} />
        </li>
      ))}
    </ul>
    {waitsInVain(entry) && <p>{text.earlierFailed}</p>}
  </>
);

/** Many fields may be filled in with the number of one and the same. */
const earlierOnce = ({ frozen }: QueueEntry) => [
  ...new Map(earlierOf(frozen).map((earlier) => [earlier.entryId, earlier])).values(),
];

const Earlier = ({ entryId, until }: { entryId: string; until: string }) => {
  const entry = entries.value.find(({ id }) => id === entryId);
  if (!entry) return <>{text.earlierUnknown}</>;
  return (
    <>
      <a href={hrefOf({ screen: 'fila', id: entryId })}>
        {layoutName(entry.frozen)}, {showPeriod(entry.frozen)}
      </a>{' '}
      ({until}): {headOf(entry)}
    </>
  );
};
