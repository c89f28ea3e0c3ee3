import { useState } from 'preact/hooks';
import { proveById, tell } from '../../../app/queue.ts';
import type { RecepcaoEntry } from '../../../app/queue-types.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
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
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void prove();
          }}
        >
          <p>{text.checkHow}</p>
          <UploadedIds entry={entry} />
          <Field id={`prova-${entry.id}`} label={text.checkId} errors={fault ? [fault] : []}>
            {(control) => (
              <input
                {...control}
                class="input"
                inputMode="numeric"
                value={id}
                onInput={({ currentTarget }) => setId(currentTarget.value)}
              />
            )}
          </Field>
          <div class="actions">
            <Button type="submit">{text.checkProve}</Button>
            <Button look="quiet" onClick={() => void tell(entry.id, { kind: 'absence-stated' })}>
              {text.checkAbsent}
            </Button>
          </div>
        </form>
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
