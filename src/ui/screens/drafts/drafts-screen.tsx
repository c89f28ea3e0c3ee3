import { useMemo } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { lazy } from '../../parts/lazy.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { nameInUse } from '../../represented/known.ts';
import { goTo } from '../../router.ts';
import { draftFilterText, draftsText as text } from '../../text/rascunhos.ts';
import { representedText } from '../../text/representacao.ts';
import { draftFilter, isFiltered, queryOf } from './draft-filter.ts';
import { DraftTable } from './draft-table.tsx';
import { FilterFields } from './filter-fields.tsx';
import { useFound } from './use-found.ts';

// What a new draft begins with is computed from the layout, whose code comes with the form.
const NewDraftSheet = lazy(
  async () => (await import('../draft/new-draft-sheet.tsx')).NewDraftSheet,
);

const SelectionBar = lazy(async () => (await import('./selection-bar.tsx')).SelectionBar);

/** How many are looked for at a time. */
const COUNT = 50;

/** The list of drafts; `creating` opens the question for a new one. */
export const DraftsScreen = ({ creating }: { creating: boolean }) => (
  <>
    <ScreenHead title={text.title} lead={text.lead}>
      <div class="actions">
        <Button onClick={() => goTo({ screen: 'rascunhos', id: 'lote' })}>{text.batch}</Button>
        <Button onClick={() => goTo({ screen: 'rascunhos', id: 'trazer' })}>{text.bring}</Button>
        <Button look="primary" onClick={() => goTo({ screen: 'rascunhos', id: 'novo' })}>
          {text.create}
        </Button>
      </div>
    </ScreenHead>
    <DraftList />
    {creating && <NewDraftSheet onClose={() => goTo({ screen: 'rascunhos' })} />}
  </>
);

const DraftList = () => {
  const filter = draftFilter.value;
  const name = nameInUse();
  const query = useMemo(() => queryOf(filter), [filter]);
  const { drafts, state, more, stop, isOutdated, renew } = useFound(query, COUNT);
  if (drafts.length === 0 && !isFiltered(filter)) {
    return state === 'ended' ? <Empty title={text.none} help={text.noneHelp} /> : null;
  }
  return (
    <div class="stack">
      <FilterFields />
      <div class="actions">
        <span role="status" class="soft">
          {SAID[state](drafts.length)}
        </span>
        {state === 'searching' && <Button onClick={stop}>{draftFilterText.stop}</Button>}
        {isOutdated && state !== 'searching' && (
          <Button look="quiet" onClick={renew}>
            {draftFilterText.renew}
          </Button>
        )}
      </div>
      {name && <p class="soft">{representedText.listOnly(name)}</p>}
      <SelectionBar shown={drafts} />
      {drafts.length > 0 && <DraftTable drafts={drafts} onRemoved={renew} />}
      {drafts.length === 0 && state === 'ended' && (
        <Empty title={draftFilterText.nothing} help={draftFilterText.nothingHelp} />
      )}
      {state === 'paused' && <Button onClick={more}>{draftFilterText.more}</Button>}
    </div>
  );
};

const SAID = {
  searching: draftFilterText.searching,
  paused: draftFilterText.stopped,
  ended: draftFilterText.found,
} as const;
