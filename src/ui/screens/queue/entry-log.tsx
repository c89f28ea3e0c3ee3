import { useEffect, useState } from 'preact/hooks';
import { readLog, type ShownLog } from '../../../app/queue/entry-log.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Notice } from '../../parts/notice.tsx';
import { DISAGREEMENTS, sayEvent, stepName, logText as text } from '../../text/registro.ts';

/** The append-only log of an entry, and whether it says what is shown; `rev` tells when to read it again. */
export const EntryLog = ({ id, rev }: { id: string; rev: number }) => {
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
          {log.rows.map(({ seq, at, step, attempt, event, meaning, hash }) => (
            <tr key={seq} title={hash}>
              <td data-label={text.when}>{showInstant(at)}</td>
              <td data-label={text.what}>
                {step && stepName(step)}
                {step && attempt !== null && `, ${text.attempt(attempt)}`}
              </td>
              <td data-label={text.result}>{sayEvent(event, meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
