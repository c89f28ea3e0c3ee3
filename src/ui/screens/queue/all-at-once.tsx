import { useState } from 'preact/hooks';
import { entriesInUse } from '../../../app/queue/entries-in-use.ts';
import { type QueueEntry, standingOf } from '../../../app/queue/types.ts';
import { cancelAll, pauseAll, tryAllNow } from '../../../app/queue/verbs.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Notice } from '../../parts/notice.tsx';
import { allText as text } from '../../text/fila-tudo.ts';
import { isHeldBack, isUncertain } from '../../waiting.ts';

type Kind = QueueEntry['state']['kind'];

const count = (are: (entry: QueueEntry) => boolean): number =>
  entriesInUse.value.filter(are).length;
const isOne = (...kinds: Kind[]) => {
  const among = new Set(kinds);
  return ({ state }: QueueEntry): boolean => among.has(state.kind);
};

const isPausable = (entry: QueueEntry): boolean =>
  isOne('ready', 'running', 'waiting')(entry) ||
  (entry.state.kind === 'paused' && entry.state.reason !== 'person');

const mayWait = isOne('ready', 'waiting', 'paused', 'needs-person');

/** What the court surely holds nothing of by a log that bears it out, and no step runs of. */
const isCancellable = (entry: QueueEntry): boolean =>
  mayWait(entry) && !isHeldBack(entry) && standingOf(entry) === 'nothing-there';

/** What is done with every entry of the representação in use at once, each told before it is done. */
export const AllAtOnce = () => {
  const [refused, setRefused] = useState(0);
  const run = (act: () => Promise<string[]>) => () =>
    void act().then(({ length }) => setRefused(length));
  const pausable = count(isPausable);
  const waiting = count(isOne('paused', 'waiting', 'uncertain'));
  const cancellable = entriesInUse.value.filter(isCancellable);
  const uncertain = count(isOne('uncertain'));
  const possible = pausable + waiting + cancellable.length;
  if (possible === 0) return null;
  return (
    <section aria-label={text.title}>
      <div class="actions">
        <AskFirst
          label={text.pause}
          title={text.pauseTitle}
          cancel={text.close}
          disabled={pausable === 0}
          onConfirm={run(pauseAll)}
        >
          <p>{text.pauseBody(pausable)}</p>
          {uncertain > 0 && <p>{text.pauseUncertain(uncertain)}</p>}
        </AskFirst>
        <AskFirst
          label={text.tryNow}
          title={text.tryNowTitle}
          cancel={text.close}
          disabled={waiting === 0}
          onConfirm={run(tryAllNow)}
        >
          <p>{text.tryNowBody(waiting)}</p>
        </AskFirst>
        <AskFirst
          label={text.cancel}
          title={text.cancelTitle}
          cancel={text.close}
          disabled={cancellable.length === 0}
          onConfirm={run(() => cancelAll(cancellable.map(({ id }) => id)))}
        >
          <p>{text.cancelBody(cancellable.length)}</p>
          <Kept />
        </AskFirst>
      </div>
      {refused > 0 && <Notice tone="warning">{text.refused(refused)}</Notice>}
    </section>
  );
};

/** How many are not cancelled with the others, and why. */
const Kept = () => {
  const running = count(isOne('running'));
  const uncertain = count((entry) => isUncertain(entry) && !isOne('cancelled')(entry));
  const delivered = count((entry) => mayWait(entry) && standingOf(entry) === 'there');
  if (running + uncertain + delivered === 0) return null;
  return (
    <>
      <p>{text.cancelKept}</p>
      <ul>
        {running > 0 && <li>{text.kept.running(running)}</li>}
        {uncertain > 0 && <li>{text.kept.uncertain(uncertain)}</li>}
        {delivered > 0 && <li>{text.kept.delivered(delivered)}</li>}
      </ul>
    </>
  );
};
