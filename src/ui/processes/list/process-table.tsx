import { useEffect, useState } from 'preact/hooks';
import { processesWritten } from '../../../app/pen/written.ts';
import { processPage } from '../../../app/processes/list.ts';
import type { Process } from '../../../app/processes/types.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { hrefOf } from '../../router.ts';
import { processesText as text } from '../../text/process.ts';

type Shelf = Parameters<typeof processPage>[0];

/** Processes of one list; as many as were asked for, read again when something is written. */
export const ProcessTable = ({ shelf }: { shelf: Shelf }) => {
  const [pages, setPages] = useState(1);
  const { processes, hasMore } = useProcesses(shelf, pages);
  if (!processes) return null;
  if (processes.length === 0) return <Empty title={text.none} help={text.noneHelp} />;
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
            {processes.map((process) => (
              <ProcessRow key={process.id} process={process} />
            ))}
          </tbody>
        </table>
      </div>
      {hasMore && <Button onClick={() => setPages(pages + 1)}>{text.more}</Button>}
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

const useProcesses = (shelf: Shelf, pages: number) => {
  const [state, setState] = useState<{ processes?: Process[]; hasMore: boolean }>({
    hasMore: false,
  });
  const written = processesWritten.value;
  useEffect(() => {
    let current = true;
    void read(shelf, pages).then((found) => current && setState(found));
    return () => {
      current = false;
    };
  }, [shelf, pages, written]);
  return state;
};

const read = async (shelf: Shelf, pages: number) => {
  const processes: Process[] = [];
  let after: Parameters<typeof processPage>[1];
  for (let page = 0; page < pages; page++) {
    const { found, next } = await processPage(shelf, after);
    processes.push(...found);
    after = next;
    if (!next) break;
  }
  return { processes, hasMore: after !== undefined };
};
