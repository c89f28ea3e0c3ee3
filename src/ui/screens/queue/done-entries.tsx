import { useEffect, useState } from 'preact/hooks';
import { type DoneEntries, doneEntries, doneEntry } from '../../../app/queue/done-entries.ts';
import { entriesDone } from '../../../app/queue/queue-records.ts';
import type { QueueEntry } from '../../../app/queue/types.ts';
import { isOfAnother, representacaoInUse } from '../../../app/session/represented.ts';
import { ambiente } from '../../../app/state.ts';
import { Button } from '../../parts/button.tsx';
import { OfAnother } from '../../represented/of-another.tsx';
import { place } from '../../router.ts';
import { queueText as text } from '../../text/fila.ts';
import { EntryCard } from './entry-card.tsx';

/** Those that a page shows. */
const PAGE = 50;

interface ShownDone extends DoneEntries {
  /** The one that was opened by its address, where it is not among them. */
  opened: QueueEntry | undefined;
  more: () => void;
}

/** The done entries, the newest first; they are read again when one more is done. */
export const useDoneEntries = (): ShownDone | undefined => {
  const [wanted, setWanted] = useState(PAGE);
  const [done, setDone] = useState<DoneEntries>();
  const opened = useOpened(place.value.id);
  const [where, inUse, written] = [ambiente.value, representacaoInUse.value, entriesDone.value];
  useEffect(() => {
    let isWanted = true;
    void doneEntries(wanted).then((read) => {
      if (isWanted) setDone(read);
    });
    return () => {
      isWanted = false;
    };
  }, [where, inUse, written, wanted]);
  if (!done) return undefined;
  const isShown = done.entries.some(({ id }) => id === opened?.id);
  return {
    ...done,
    opened: isShown ? undefined : opened,
    more: () => setWanted(done.entries.length + PAGE),
  };
};

const useOpened = (id: string | undefined): QueueEntry | undefined => {
  const [opened, setOpened] = useState<QueueEntry>();
  const [inUse, written] = [representacaoInUse.value, entriesDone.value];
  useEffect(() => {
    let isWanted = true;
    void (id === undefined ? undefined : doneEntry(id))?.then((found) => {
      if (isWanted) setOpened(found);
    });
    return () => {
      isWanted = false;
    };
  }, [id, inUse, written]);
  return opened?.id === id ? opened : undefined;
};

/** What came to its end: a page of it, and the one that was opened. */
export const DoneSection = ({ entries, opened, count, more }: ShownDone) =>
  count === 0 && !opened ? null : (
    <section class="stack" aria-labelledby="grupo-finished">
      <h2 id="grupo-finished">
        {text.groups.finished} ({count})
      </h2>
      {opened?.representacao !== undefined && isOfAnother(opened) && (
        <OfAnother what="entry" representacao={opened.representacao} />
      )}
      {[...(opened && !isOfAnother(opened) ? [opened] : []), ...entries].map((entry) => (
        <EntryCard key={entry.id} entry={entry} open={place.value.id === entry.id} />
      ))}
      {entries.length < count && (
        <div class="actions">
          <p>{text.shown(entries.length, count)}</p>
          <Button onClick={more}>{text.more(Math.min(PAGE, count - entries.length))}</Button>
        </div>
      )}
    </section>
  );
