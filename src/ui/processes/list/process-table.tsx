import { penQueue } from '../../../app/pen/queue-records.ts';
import { processesWritten, tramitesWritten } from '../../../app/pen/written.ts';
import { type Prepared, preparingPage } from '../../../app/processes/preparing.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { hrefOf } from '../../router.ts';
import { processesText as text } from '../../text/process.ts';
import { STANDING_NAMES } from '../../text/process-checks.ts';
import { usePages } from '../../tramites/use-pages.ts';

/** Processes that are worked on here or wait on the queue, those changed last first. */
export const ProcessTable = () => {
  const written = [processesWritten.value, tramitesWritten.value, penQueue.value];
  const { found, hasMore, more } = usePages(preparingPage, written);
  if (!found) return null;
  if (found.length === 0 && !hasMore) return <Empty title={text.none} help={text.noneHelp} />;
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
            {found.map((prepared) => (
              <ProcessRow key={prepared.process.id} {...prepared} />
            ))}
          </tbody>
        </table>
      </div>
      {hasMore && <Button onClick={more}>{text.more}</Button>}
    </div>
  );
};

const ProcessRow = ({ process, standing }: Prepared) => (
  <tr>
    <td>
      <a href={hrefOf({ screen: 'processos', id: process.id })}>{process.protocolo}</a>
      <div class="soft small">{process.descricao}</div>
    </td>
    <td>{process.tipo}</td>
    <td>{text.documents(process.documents.length)}</td>
    <td data-standing={standing}>
      <span class={`chip ${standing === 'sending' ? 'chip-warning' : ''}`}>
        {STANDING_NAMES[standing]}
      </span>
    </td>
    <td data-label={text.columns.changed}>{showInstant(process.changedAt)}</td>
  </tr>
);
