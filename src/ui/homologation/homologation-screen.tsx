import { useEffect, useState } from 'preact/hooks';
import { selectedDeliveries } from '../../app/deliveries/selection.ts';
import { loadRun, run } from '../../app/homologation/run.ts';
import { type HomologationStage, homologationStage } from '../../app/homologation/stage.ts';
import { wanted } from '../../app/homologation/wanted.ts';
import { entriesInUse } from '../../app/queue/entries-in-use.ts';
import type { QueueEntry } from '../../app/queue/types.ts';
import { tellEach } from '../../app/queue/verbs.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import { NotDone } from '../screens/queue/do-or-tell.tsx';
import { KeyNeeded } from '../screens/queue/key-needed.tsx';
import { homologateText as text } from '../text/homologar.ts';
import { AtCourt } from './at-court.tsx';
import { ConsentSheet } from './consent-sheet.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { Filter, isShown } from './filter.tsx';
import { courtIdOf } from './name-of.ts';
import { isNoRun, RunPanel, useProgress } from './run-panel.tsx';
import { StoppedList } from './stopped-list.tsx';
import '../styles/homologation.css';

const inStages = (...stages: HomologationStage[]): QueueEntry[] =>
  entriesInUse.value.filter((entry) => {
    const stage = homologationStage(entry);
    return stage !== undefined && stages.includes(stage);
  });

/** What was marked among the deliveries, or came of a batch. */
const chosenBefore = (): string[] => {
  const marked = inStages('asks').filter((entry) =>
    selectedDeliveries.value.has(courtIdOf(entry) ?? 0),
  );
  return [...wanted.peek(), ...marked.map(({ id }) => id)];
};

/** The same without those of the run, which tells of them itself. */
const besidesRun = (...stages: HomologationStage[]): QueueEntry[] =>
  inStages(...stages).filter(({ id }) => !run.value.includes(id));

/** All that waits for the person's word, agreed to together; what stays out is told by name. */
export const HomologationScreen = () => {
  // Ids: what was chosen before; what comes into the list later is chosen by nobody but the person.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(chosenBefore()));
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    wanted.value = [];
    void loadRun();
  }, []);
  const progress = useProgress();
  const waiting = inStages('asks');
  const shown = waiting.filter(isShown);
  const selected = shown.filter(({ id }) => chosen.has(id));
  const stopped = besidesRun('differs', 'gone', 'unsignable', 'stopped');
  const close = () => setAsking(false);
  return (
    <div class="stack">
      <ScreenHead
        title={text.title}
        lead={text.lead}
        above={<a href={hrefOf({ screen: 'entregas' })}>{text.back}</a>}
      >
        {waiting.length > 0 && (
          <Button look="primary" disabled={selected.length === 0} onClick={() => setAsking(true)}>
            {text.homologate(selected.length)}
          </Button>
        )}
      </ScreenHead>
      <NotDone />
      {refused > 0 && <Notice tone="warning">{text.notAgreed(refused)}</Notice>}
      {progress && !isNoRun(progress) && <RunPanel progress={progress} />}
      <KeyNeeded />
      {waiting.length > 0 ? (
        <>
          <Filter entries={waiting} />
          <DeliveryTable entries={shown} chosen={chosen} onChoose={setChosen} />
        </>
      ) : (
        progress && isNoRun(progress) && <Empty title={text.none} help={text.noneHelp} />
      )}
      <OnTheWay />
      <AtCourt />
      {stopped.length > 0 && (
        <section class="card stack" aria-labelledby="homologar-fora">
          <h2 id="homologar-fora">
            {text.outside} ({stopped.length})
          </h2>
          <p>{text.outsideLead}</p>
          <StoppedList entries={stopped} />
        </section>
      )}
      {asking && (
        <ConsentSheet
          entries={selected}
          onClose={close}
          onAgreed={(count) => {
            setRefused(count);
            setChosen(new Set());
            close();
          }}
        />
      )}
    </div>
  );
};

/** What will come into the list by itself, and what rests before it. */
const OnTheWay = () => {
  const coming = besidesRun('coming').length;
  const resting = besidesRun('resting');
  if (coming + resting.length === 0) return null;
  const goOn = () =>
    void tellEach(
      resting.map(({ id }) => id),
      { kind: 'try-now' },
    );
  return (
    <section class="card stack" aria-labelledby="homologar-a-caminho">
      <h2 id="homologar-a-caminho">{text.onTheWay}</h2>
      {coming > 0 && <p>{text.onTheWayLead(coming)}</p>}
      {resting.length > 0 && (
        <>
          <p>{text.resting(resting.length)}</p>
          <div class="actions">
            <Button onClick={goOn}>{text.goOn}</Button>
          </div>
        </>
      )}
    </section>
  );
};
