import { processesWritten } from '../../../app/pen/written.ts';
import { processPage } from '../../../app/processes/list.ts';
import type { Process, Standing } from '../../../app/processes/types.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { hrefOf } from '../../router.ts';
import { processesText as text } from '../../text/process.ts';
import { STANDING_NAMES } from '../../text/process-checks.ts';
import { usePages } from '../../tramites/use-pages.ts';
import { useStanding } from '../use-standing.ts';

/** Processes that were begun here, those changed last first. */
export const ProcessTable = () => {
  const { found, hasMore, more } = usePages(readPreparing, processesWritten.value);
  if (!found) return null;
  if (found.length === 0) return <Empty title={text.none} help={text.noneHelp} />;
  return (
    <div class="stack">
      <div class="table-scroll">
        <table class="table table-stacked">
          <thead>
            <tr>
              {Object.values(text.columns).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((process) => (
              <ProcessRow key={process.id} process={process} />
            ))}
          </tbody>
        </table>
      </div>
      {hasMore && <Button onClick={more}>{text.more}</Button>}
    </div>
  );
};

const ProcessRow = ({ process }: { process: Process }) => (
  <tr>
    <td>
      <a href={hrefOf({ screen: 'processos', id: process.id })}>{process.protocolo}</a>
      <div class="soft small">{process.descricao}</div>
    </td>
    <td>{process.tipo}</td>
    <td>{text.documents(process.documents.length)}</td>
    <td>
      <StandingChip process={process} />
    </td>
    <td data-label={text.columns.changed}>{showInstant(process.changedAt)}</td>
  </tr>
);

const readPreparing = (after?: Parameters<typeof processPage>[1]) => processPage('own', after);

/** What was begun here stays in this list, wherever it is by now. */
const StandingChip = ({ process }: { process: Process }) => {
  const standing = useStanding(process);
  return standing ? (
    <span class={`chip ${CHIPS[standing]}`}>{STANDING_NAMES[standing]}</span>
  ) : null;
};

const CHIPS: Record<Standing, string> = {
  open: '',
  sending: 'chip-warning',
  'in-transit': 'chip-warning',
  receiving: 'chip-warning',
  refused: 'chip-danger',
  concluded: 'chip-success',
};
