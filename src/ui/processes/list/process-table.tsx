import { processesWritten } from '../../../app/pen/written.ts';
import { processPage } from '../../../app/processes/list.ts';
import type { Process } from '../../../app/processes/types.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { hrefOf } from '../../router.ts';
import { processesText as text } from '../../text/process.ts';
import { usePages } from '../../tramites/use-pages.ts';

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
    <td data-label={text.columns.changed}>{showInstant(process.changedAt)}</td>
  </tr>
);

const readPreparing = (after?: Parameters<typeof processPage>[1]) => processPage('own', after);
