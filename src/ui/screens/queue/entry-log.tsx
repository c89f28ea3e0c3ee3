import { useEffect, useState } from 'preact/hooks';
import { logOf } from '../../../app/queue/queue-records.ts';
import type { LogRow } from '../../../app/queue/types.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { eventName, stepName, queueText as text } from '../../text/fila.ts';

/** The append-only log of an entry; `rev` tells when to read it again. */
export const EntryLog = ({ id, rev }: { id: string; rev: number }) => {
  const [rows, setRows] = useState<LogRow[]>([]);
  useEffect(() => {
    void logOf(id).then(setRows);
  }, [id, rev]);
  return (
    <div class="table-scroll">
      <table class="table small">
        <thead>
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq} title={row.hash}>
              <td>{showInstant(row.at)}</td>
              <td>{row.step ? stepName(row.step) : ''}</td>
              <td>{eventName(row.event)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
