import { useState } from 'preact/hooks';
import { stateAbsence } from '../../../app/queue/state-absence.ts';
import type { RecepcaoEntry } from '../../../app/queue/types.ts';
import { proveById } from '../../../app/queue/verbs.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { PROOF_FAULTS, queueText as text, unknownProof } from '../../text/fila.ts';

/** Nobody could find out by asking: the person looks at the court's own tool, and only a proof goes on. */
export const CheckByPerson = ({ entry }: { entry: RecepcaoEntry }) => {
  const [id, setId] = useState('');
  const [fault, setFault] = useState<string>();
  const isSend = entry.progress.delivery === undefined;
  const prove = async () => {
    const proved = await proveById(entry.id, id.trim());
    setFault(proved.ok ? undefined : (PROOF_FAULTS[proved.error] ?? unknownProof));
  };
  return (
    <Notice tone="warning">
      <h3>{text.checkTitle}</h3>
      <p>{text.checkLead}</p>
      {isSend && (
        <TaskForm onSubmit={() => void prove()}>
          <p>{text.checkHow}</p>
          <UploadedIds entry={entry} />
          <TextField
            id={`prova-${entry.id}`}
            label={text.checkId}
            fault={fault}
            numeric
            value={id}
            onInput={setId}
          />
          <div class="actions">
            <Button type="submit">{text.checkProve}</Button>
            <AskFirst
              label={text.checkAbsent}
              title={text.checkAbsentTitle}
              cancel={text.close}
              onConfirm={() => void stateAbsence(entry.id)}
            >
              <p>{text.checkAbsentBody}</p>
            </AskFirst>
          </div>
        </TaskForm>
      )}
    </Notice>
  );
};

const UploadedIds = ({ entry: { frozen, progress } }: { entry: RecepcaoEntry }) => (
  <div class="small">
    {text.uploadedIds}
    <ul>
      {frozen.files.map(({ localId, name }) => (
        <li key={localId}>
          {name}: <span class="mono">{progress.uploads[localId]?.courtId}</span>
        </li>
      ))}
    </ul>
  </div>
);
