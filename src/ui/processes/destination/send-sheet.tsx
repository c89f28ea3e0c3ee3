import { useState } from 'preact/hooks';
import { type QueueProcessFault, queueProcess } from '../../../app/pen/queue-process.ts';
import { reasonsOfUrgency } from '../../../app/processes/destinations.ts';
import { findingsOf, mayBeSent } from '../../../app/processes/findings.ts';
import type { ProcessSession } from '../../../app/processes/process-session.ts';
import type { KnownUnit } from '../../../app/processes/types.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { QUEUE_PROCESS_FAULTS, destinationText as text } from '../../text/destination.ts';
import { checksText, sayFinding } from '../../text/process-checks.ts';
import { UnitChoice } from './unit-choice.tsx';

interface SendSheetProps {
  session: ProcessSession;
  onClose: () => void;
}

/** To whom a process goes, whether it is urgent, and off it goes. */
export const SendSheet = ({ session, onClose }: SendSheetProps) => {
  const process = session.process.value;
  const [unit, setUnit] = useState<KnownUnit>();
  const [urgency, setUrgency] = useState<Urgency>({ isUrgent: false });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const findings = unit ? findingsOf(process, 'open', unit) : [];
  const isUrgencyOpen = urgency.isUrgent && urgency.motivo === undefined;
  const isReady = unit !== undefined && mayBeSent(findings) && !isUrgencyOpen;

  const send = async () => {
    if (!unit || (await session.flush()) !== 'saved') return setFault(text.notSaved);
    const { repositorio, numero, nome } = unit;
    const { motivo } = urgency;
    const queued = await queueProcess(process.id, {
      ...{ repositorio, numero, nome },
      ...(motivo !== undefined && { motivoDaUrgencia: motivo }),
    });
    if (queued.ok) onClose();
    else setFault(sayFault(queued.error));
  };
  const begin = () => {
    setBusy(true);
    void send().finally(() => setBusy(false));
  };

  return (
    <Sheet
      title={text.title(process.protocolo)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={!isReady || busy} onClick={begin}>
            {busy ? text.sending : text.send}
          </Button>
        </>
      }
    >
      <div class="stack">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <p>{text.lead}</p>
        <UnitChoice chosen={unit} onChoose={setUnit} />
        {unit && (
          <p role="status">
            {text.chosen} <strong>{unit.nome}</strong>
          </p>
        )}
        <UrgencyChoice urgency={urgency} onChange={setUrgency} />
        {findings.some(({ blocks }) => blocks) && (
          <Notice tone="danger">
            <ul>
              {findings.map((finding) => (
                <li key={JSON.stringify(finding)}>
                  {finding.place.kind === 'document' && checksText.ofDocument(finding.place.ordem)}
                  {sayFinding(finding)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <p>{text.will}</p>
      </div>
    </Sheet>
  );
};

const sayFault = (fault: QueueProcessFault): string =>
  typeof fault === 'string'
    ? QUEUE_PROCESS_FAULTS[fault]
    : fault.findings.map(sayFinding).join(' ');

interface Urgency {
  isUrgent: boolean;
  /** The platform's code of the reason. */
  motivo?: string | number;
}

interface UrgencyChoiceProps {
  urgency: Urgency;
  onChange: (urgency: Urgency) => void;
}

/** Absent where the platform's reasons are not known here: it wants one with every urgent process. */
const UrgencyChoice = ({ urgency: { isUrgent, motivo }, onChange }: UrgencyChoiceProps) => {
  const reasons = reasonsOfUrgency();
  if (reasons.length === 0) return null;
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          checked={isUrgent}
          onChange={({ currentTarget }) => onChange({ isUrgent: currentTarget.checked })}
        />
        {text.urgent}
      </label>
      {isUrgent && (
        <Choice
          id="campo-motivo"
          label={text.reason}
          value={`${motivo ?? ''}`}
          onChange={(value) => {
            const codigo = reasons.find((reason) => `${reason.codigo}` === value)?.codigo;
            onChange({ isUrgent, ...(codigo !== undefined && { motivo: codigo }) });
          }}
        >
          <option value="">{text.chooseReason}</option>
          {reasons.map(({ codigo, descricao }) => (
            <option key={codigo} value={codigo}>
              {descricao}
            </option>
          ))}
        </Choice>
      )}
    </>
  );
};
