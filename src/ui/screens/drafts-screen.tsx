import { layoutName } from '../../app/catalogue.ts';
import { removeDraft } from '../../app/drafts/drafts.ts';
import { drafts, entries } from '../../app/state.ts';
import { showInstant } from '../../base/civil-date.ts';
import { SafetyMark } from '../backup/safety-mark.tsx';
import { AskFirst } from '../parts/ask-first.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { lazy } from '../parts/lazy.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { goTo, hrefOf } from '../router.ts';
import { draftsText as text } from '../text/rascunhos.ts';
import { showPeriod } from '../text/units.ts';

// What a new draft begins with is computed from the layout, whose code comes with the form.
const NewDraftSheet = lazy(async () => (await import('./draft/new-draft-sheet.tsx')).NewDraftSheet);

type Draft = (typeof drafts.value)[number];

const nameOf = (draft: Draft) => `${layoutName(draft)}, ${showPeriod(draft)}`;

/** The list of drafts; `creating` opens the question for a new one. */
export const DraftsScreen = ({ creating }: { creating: boolean }) => {
  return (
    <>
      <ScreenHead title={text.title} lead={text.lead}>
        <div class="actions">
          <Button onClick={() => goTo({ screen: 'rascunhos', id: 'trazer' })}>{text.bring}</Button>
          <Button look="primary" onClick={() => goTo({ screen: 'rascunhos', id: 'novo' })}>
            {text.create}
          </Button>
        </div>
      </ScreenHead>
      {drafts.value.length === 0 ? (
        <Empty title={text.none} help={text.noneHelp} />
      ) : (
        <DraftTable />
      )}
      {creating && <NewDraftSheet onClose={() => goTo({ screen: 'rascunhos' })} />}
    </>
  );
};

const DraftTable = () => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <thead>
        <tr>
          <th scope="col">{text.columns.layout}</th>
          <th scope="col">{text.columns.period}</th>
          <th scope="col">{text.columns.state}</th>
          <th scope="col">{text.columns.changed}</th>
          <th scope="col">
            <span class="visually-hidden">{text.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.value.map((draft) => (
          <tr key={draft.id}>
            <td>
              <a href={hrefOf({ screen: 'rascunhos', id: draft.id })}>{layoutName(draft)}</a>
              <div class="soft small">
                {draft.spc} / {draft.slp}
              </div>
            </td>
            <td>{showPeriod(draft)}</td>
            <td>
              <StateChip draft={draft} />
              <div>
                <SafetyMark draft={draft} />
              </div>
            </td>
            <td data-label={text.columns.changed}>{showInstant(draft.changedAt)}</td>
            <td>
              <AskFirst
                label={text.remove}
                nameOf={text.removeOf(nameOf(draft))}
                title={text.removeTitle}
                cancel={text.cancel}
                onConfirm={() => void removeDraft(draft.id)}
              >
                <p>{text.removeBody(nameOf(draft))}</p>
              </AskFirst>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const StateChip = ({ draft }: { draft: Draft }) => {
  const entry = entries.value.find(({ frozen }) => frozen.draftId === draft.id);
  switch (entry?.state.kind) {
    case undefined:
    case 'cancelled':
      return <span class="chip">{text.states.editing}</span>;
    case 'done':
      return <span class="chip chip-success">{text.states.delivered}</span>;
    case 'rejected':
      return <span class="chip chip-danger">{text.states.refused}</span>;
    default:
      return <span class="chip chip-warning">{text.states.queued}</span>;
  }
};
