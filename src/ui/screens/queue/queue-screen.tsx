import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { homologationStage } from '../../../app/homologation/stage.ts';
import { entriesInUse, entriesOfOthers } from '../../../app/queue/entries-in-use.ts';
import type { QueueEntry } from '../../../app/queue/types.ts';
import { clockSkew } from '../../../app/state.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { OfAnother } from '../../represented/of-another.tsx';
import { OthersOnQueue } from '../../represented/others-on-queue.tsx';
import { hrefOf, place } from '../../router.ts';
import { queueText as text } from '../../text/fila.ts';
import { homologateText } from '../../text/homologar.ts';
import { showDuration } from '../../text/units.ts';
import { GROUPS, type Group, groups } from '../../waiting.ts';
import { AllAtOnce } from './all-at-once.tsx';
import { NotDone } from './do-or-tell.tsx';
import { DoneSection, useDoneEntries } from './done-entries.tsx';
import { EntryCard } from './entry-card.tsx';
import { KeyNeeded } from './key-needed.tsx';
import { ProcessesOnTheWay } from './processes-on-the-way.tsx';

/** Everything on its way: what waits for the person first, the newest first in each group. */
export const QueueScreen = () => {
  const done = useDoneEntries();
  const isEmpty = entriesInUse.value.length === 0 && done?.count === 0 && !done.opened;
  return (
    <>
      <ScreenHead title={text.title} lead={text.lead} />
      <OpenedOfAnother />
      <OthersOnQueue />
      <ProcessesOnTheWay />
      {isEmpty ? (
        <Empty title={text.none} help={text.noneHelp} />
      ) : (
        <div class="stack">
          <NotDone />
          <Skew />
          <KeyNeeded />
          <HomologateMany />
          <AllAtOnce />
          <Filter doneCount={done?.count ?? 0} />
          {only.value !== 'finished' && <Entries />}
          {(only.value ?? 'finished') === 'finished' && done && <DoneSection {...done} />}
        </div>
      )}
    </>
  );
};

/** An entry that was opened by its address, and is not shown. */
const OpenedOfAnother = () => {
  const opened = entriesOfOthers.value.find(({ id }) => id === place.value.id);
  return opened?.representacao === undefined ? null : (
    <OfAnother what="entry" representacao={opened.representacao} />
  );
};

const TOLD_FROM_MS = 2 * 60_000;

const Skew = () => {
  const skew = clockSkew.value ?? 0;
  if (Math.abs(skew) < TOLD_FROM_MS) return null;
  return <Notice tone="warning">{text.skew(showDuration(Math.abs(skew)), skew < 0)}</Notice>;
};

/** The way to agree to all at once that wait for it. */
const HomologateMany = () => {
  const count = entriesInUse.value.filter((entry) => homologationStage(entry) === 'asks').length;
  if (count < 2) return null;
  return (
    <div class="actions">
      <a class="button button-secondary" href={hrefOf({ screen: 'entregas', id: 'homologar' })}>
        {homologateText.toMany(count)}
      </a>
    </div>
  );
};

type Shown = Group | 'finished';

/** The group that is shown; kept while other screens are open. */
const only = signal<Shown | undefined>(undefined);

const SHOWN = [...GROUPS, 'finished'] as const;

const sumOf = (counts: number[]): number => counts.reduce((sum, each) => sum + each, 0);

const Filter = ({ doneCount }: { doneCount: number }) => {
  const countOf = (group: Shown) => (group === 'finished' ? doneCount : groups.value[group].length);
  const choose = (group: Shown | undefined) => () => {
    only.value = group;
  };
  return (
    <fieldset class="filter">
      <legend class="field-label">{text.filter}</legend>
      {[undefined, ...SHOWN].map((group) => {
        const count = group ? countOf(group) : sumOf(SHOWN.map(countOf));
        return (
          <button
            key={group}
            type="button"
            class="chip filter-chip"
            aria-pressed={only.value === group}
            disabled={count === 0 && only.value !== group}
            onClick={choose(group)}
          >
            {group ? text.groups[group] : text.all} ({count})
          </button>
        );
      })}
    </fieldset>
  );
};

/** A thousand cards at once would keep the screen busy. */
const PAGE = 50;

const Entries = () => {
  const [wanted, setWanted] = useState(PAGE);
  const chosen = GROUPS.filter((group) => (only.value ?? group) === group);
  const all = chosen.flatMap((group) => groups.value[group].map((entry) => ({ group, entry })));
  const opened = all.findIndex(({ entry }) => entry.id === place.value.id);
  const shown = Math.max(wanted, opened + 1);
  const left = all.length - shown;
  const visible = all.slice(0, shown);
  return (
    <>
      {chosen.map((group) => (
        <GroupOfEntries
          key={group}
          group={group}
          entries={visible.filter((one) => one.group === group).map(({ entry }) => entry)}
        />
      ))}
      {left > 0 && (
        <div class="actions">
          <p>{text.shown(shown, all.length)}</p>
          <Button onClick={() => setWanted(shown + PAGE)}>{text.more(Math.min(PAGE, left))}</Button>
        </div>
      )}
    </>
  );
};

const GroupOfEntries = ({ group, entries }: { group: Group; entries: QueueEntry[] }) =>
  entries.length === 0 ? null : (
    <section class="stack" aria-labelledby={`grupo-${group}`}>
      <h2 id={`grupo-${group}`}>
        {text.groups[group]} ({groups.value[group].length})
      </h2>
      {entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} open={place.value.id === entry.id} />
      ))}
    </section>
  );
