import { useState } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import { type AbsenceFault, stateAbsence } from '../../../app/queue/state-absence.ts';
import { errandOf, type QueueEntry } from '../../../app/queue/types.ts';
import { proveById } from '../../../app/queue/verbs.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { isJsonObject, type Json } from '../../../base/json.ts';
import { momentFor } from '../../moment.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { absenceFault, PROOF_FAULTS, queueText as text, unknownProof } from '../../text/fila.ts';
import { settledHere } from '../../text/situacao.ts';
import { ofTime, showPeriod } from '../../text/units.ts';
import { courtWords } from './court-words.ts';
import { CancelEntry } from './manage-entry.tsx';

type Check = Extract<QueueEntry['state'], { what: 'check' }>;
type CheckProps = { entry: QueueEntry; check: Check };

/** What was asked for when the answer was lost. */
type Asked = keyof typeof text.lookHow;

const askedBy = (step: string): Asked => {
  if (step.startsWith('delete')) return 'delete';
  return step === 'homologate' || step === 'alter' ? step : 'send';
};

/** The number leads to a delivery that may be ours and changed since: nobody can find out, and only giving up is left. */
const IS_OTHER = new Set(['content-differs', 'files-differ', 'status-or-content-differs']);

/** Nobody could find out by asking: the person looks at the court's own tool, and only a proof goes on. */
export const CheckByPerson = ({ entry, check }: CheckProps) => {
  const [fault, setFault] = useState<string>();
  const asked = askedBy(check.step);
  const prove = async (id: string) => {
    const proved = await proveById(entry.id, id.trim());
    setFault(proved.ok ? undefined : proved.error);
  };
  const proves = asked === 'send' || asked === 'alter';
  return (
    <Notice tone="warning">
      <div class="stack">
        <h4>{text.checkTitle[asked]}</h4>
        <p>{text.checkLead}</p>
        <CourtWords detail={check.detail} />
        <Candidates
          detail={check.detail}
          lead={candidatesLead(asked, check)}
          onChoose={(id) => void prove(String(id))}
        />
        <p>{text.lookFor}</p>
        <WhatToLookFor entry={entry} check={check} />
        <p>{text.lookHow[asked]}</p>
        {proves && <ProveById id={`prova-${entry.id}`} fault={fault} onProve={prove} />}
        {IS_OTHER.has(proves ? (fault ?? '') : check.code) && (
          <>
            <p>{text.giveUp}</p>
            <div class="actions">
              <CancelEntry entry={entry} />
            </div>
          </>
        )}
        <StateAbsence entry={entry} check={check} label={text.absent[asked]} />
      </div>
    </Notice>
  );
};

const WhatToLookFor = ({ entry, check }: CheckProps) => {
  const { frozen, progress, createdAt } = entry;
  const number = numberInDoubt(entry, check);
  return (
    <dl class="facts">
      {number !== undefined && (
        <>
          <dt>{text.lookNumber}</dt>
          <dd>{number}</dd>
        </>
      )}
      <dt>{text.lookLayout}</dt>
      <dd>{layoutName(frozen)}</dd>
      <dt>{text.lookPeriod}</dt>
      <dd>{showPeriod(frozen)}</dd>
      {number === undefined && (
        <>
          <dt>{text.lookSince}</dt>
          <dd>{showInstant(createdAt)}</dd>
          {frozen.files.length > 0 && <dt>{text.lookFiles}</dt>}
          {frozen.files.map(({ localId, name }) => (
            <dd key={localId}>
              {name}: <span class="mono">{progress.uploads[localId]?.courtId}</span>
            </dd>
          ))}
        </>
      )}
    </dl>
  );
};

/** The court's number of the delivery in doubt, where it has one already. */
const numberInDoubt = (
  { frozen, progress }: QueueEntry,
  { step }: Check,
): string | number | undefined => {
  const errand = errandOf(frozen);
  const own = progress.delivery?.id ?? (errand.kind === 'deliver' ? undefined : errand.courtId);
  return step.split(':')[1] ?? own;
};

/** What the court said against the data when it was asked to check them. */
const CourtWords = ({ detail }: { detail: Json }) => {
  const words = isJsonObject(detail) && detail.erros ? courtWords(detail.erros) : '';
  return words ? (
    <p>
      {text.courtSays} “{words}”
    </p>
  ) : null;
};

interface CandidatesProps {
  detail: Json;
  lead: string;
  onChoose: (id: number) => void;
}

const candidatesLead = (asked: Asked, { code }: Check): string => {
  if (asked === 'alter') return text.candidateAltered;
  return code === 'content-differs' ? text.changedCandidates : text.candidates;
};

/** Deliveries that equal ours but for the ids of their files, or hold our files with other data. */
const Candidates = ({ detail, lead, onChoose }: CandidatesProps) => {
  const candidates = isJsonObject(detail) ? detail.candidates : undefined;
  if (!Array.isArray(candidates)) return null;
  return (
    <>
      <p>{lead}</p>
      <ul class="plain-list">
        {candidates.filter(isJsonObject).map(({ id, recibo, statusEnvio }) => (
          <li key={Number(id)}>
            <p>{text.candidate(Number(id), String(recibo), String(statusEnvio))}</p>
            <Button onClick={() => onChoose(Number(id))}>{text.isThis(Number(id))}</Button>
          </li>
        ))}
      </ul>
    </>
  );
};

interface ProveByIdProps {
  id: string;
  fault: string | undefined;
  onProve: (id: string) => Promise<void>;
}

const ProveById = ({ id, fault, onProve }: ProveByIdProps) => {
  const [number, setNumber] = useState('');
  return (
    <TaskForm onSubmit={() => void onProve(number)}>
      <TextField
        id={id}
        label={text.checkId}
        fault={fault && (PROOF_FAULTS[fault] ?? unknownProof)}
        numeric
        value={number}
        onInput={setNumber}
      />
      <div class="actions">
        <Button type="submit">{text.checkProve}</Button>
      </div>
    </TaskForm>
  );
};

/** The person's word that it did not happen; taken only once the request cannot be on its way any more. */
const StateAbsence = ({ entry, check, label }: CheckProps & { label: string }) => {
  const [fault, setFault] = useState<AbsenceFault>();
  const moment = momentFor(entry);
  const at = settledHere(check.settledAt, moment);
  const isTooEarly = moment.now < at;
  const state = async () => {
    const stated = await stateAbsence(entry.id);
    setFault(stated.ok ? undefined : stated.error);
  };
  return (
    <div class="stack">
      {isTooEarly && !fault && <p>{text.absentFrom(ofTime(at, moment.now))}</p>}
      {fault && (
        <p class="fault-text" role="alert">
          {absenceFault(fault, moment.now)}
        </p>
      )}
      <div class="actions">
        <AskFirst
          label={label}
          title={text.absentTitle}
          cancel={text.close}
          onConfirm={() => void state()}
        >
          <p>{text.absentBody}</p>
        </AskFirst>
      </div>
    </div>
  );
};
