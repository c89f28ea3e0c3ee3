import { choose } from '../../app/deadlines/choices.ts';
import type { Obligation } from '../../app/deadlines/types.ts';
import { toBrazilianDate } from '../../base/civil-date.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { sayStanding, sayWhere, deadlinesText as text } from '../text/prazos.ts';
import { linkOf, nameOf, whyOf } from './sayings.ts';

/** Deadlines in the order given, one row each. */
export const DeadlineTable = ({ obligations }: { obligations: readonly Obligation[] }) => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <TableHead
        columns={[
          text.columns.due,
          text.columns.what,
          text.columns.where,
          text.columns.why,
          { unseen: text.columns.actions },
        ]}
      />
      <tbody>
        {obligations.map((obligation) => (
          <DeadlineRow key={obligation.id} obligation={obligation} />
        ))}
      </tbody>
    </table>
  </div>
);

const DeadlineRow = ({ obligation }: { obligation: Obligation }) => {
  const { at, what } = obligation;
  const href = linkOf(obligation);
  const name = nameOf(obligation);
  return (
    <tr data-obligation={obligation.id}>
      <td>
        {at ? <strong>{toBrazilianDate(at.deadline.due)}</strong> : text.noDate}
        {at && (
          <div>
            <span class={`chip ${chipOf(at.standing)}`}>{sayStanding(at.standing)}</span>
          </div>
        )}
      </td>
      <td>{href ? <a href={href}>{name}</a> : name}</td>
      <td>{sayWhere(obligation)}</td>
      <td class="small">{whyOf(obligation)}</td>
      <td>{what.kind === 'watch' && <EndWatch id={what.watchId} name={name} />}</td>
    </tr>
  );
};

const EndWatch = ({ id, name }: { id: string; name: string }) => (
  <AskFirst
    label={text.watchDone}
    nameOf={text.watchDoneOf(name)}
    title={text.watchDoneTitle}
    cancel={text.cancel}
    onConfirm={() =>
      void choose(({ watches }) => ({ watches: watches.filter((each) => each.id !== id) }))
    }
  >
    <p>{text.watchDoneBody(name)}</p>
  </AskFirst>
);

/** Due within so many calendar days stands out. */
const SOON_DAYS = 3;

const chipOf = (standing: NonNullable<Obligation['at']>['standing']): string => {
  switch (standing.kind) {
    case 'late':
      return 'chip-danger';
    case 'due':
      return standing.days <= SOON_DAYS ? 'chip-warning' : '';
    case 'done-in-time':
      return 'chip-success';
    default:
      return 'chip-warning';
  }
};
