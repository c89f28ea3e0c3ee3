import { useEffect, useState } from 'preact/hooks';
import { readLog, type ShownLog } from '../../../app/queue/entry-log.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Notice } from '../../parts/notice.tsx';
import { stepName } from '../../text/passos.ts';
import { DISAGREEMENTS, sayEvent, logText as text } from '../../text/registro.ts';

interface FoldedLogProps {
  id: string;
  rev: number;
  open: boolean;
}

/** The log of an entry, read only once it is unfolded: reading it proves its whole chain. */
export const FoldedLog = ({ id, rev, open }: FoldedLogProps) => {
  const [isOpen, setIsOpen] = useState(open);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{text.title}</summary>
      {isOpen && <EntryLog id={id} rev={rev} />}
    </details>
  );
};

/** How often a step was begun up to a row. */
const timesBegun = (rows: ShownLog['rows'], of: string, upTo: number): number =>
  rows.filter(({ event, step, seq }) => event === 'begun' && step === of && seq <= upTo).length;

/** What happened, row by row, and whether that says what is shown; `rev` tells when to read it again. */
const EntryLog = ({ id, rev }: Omit<FoldedLogProps, 'open'>) => {
  const [log, setLog] = useState<ShownLog>();
  useEffect(() => {
    let isShown = true;
    void readLog(id).then((read) => isShown && setLog(read));
    return () => {
      isShown = false;
    };
  }, [id, rev]);
  if (!log) return null;
  return (
    <div class="stack">
      {log.disagreement ? (
        <Notice tone="danger">{DISAGREEMENTS[log.disagreement]}</Notice>
      ) : (
        <p class="soft small">{text.agrees}</p>
      )}
      <table class="table table-stacked small">
        <thead>
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.result}</th>
          </tr>
        </thead>
        <tbody>
          {log.rows.map(({ seq, at, step, event, meaning, hash }) => (
            <tr key={seq} title={hash}>
              <td data-label={text.when}>{showInstant(at)}</td>
              <td data-label={text.what}>
                {step && stepName(step)}
                {step && text.time(timesBegun(log.rows, step, seq))}
              </td>
              <td data-label={text.result}>{sayEvent(event, meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
