import { useState } from 'preact/hooks';
import { tryReceivingAgain } from '../../app/pen/answer-tramite.ts';
import { takeOver } from '../../app/pen/sending-verbs.ts';
import type { PenEntry } from '../../app/pen/types.ts';
import { disagreesWithLog } from '../../app/storage/damage.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ANSWER_FAULTS, receivedText as text } from '../text/tramites.ts';
import type { Arrival } from './arrival-list.tsx';
import { nameOfUnit } from './name-of-unit.ts';

interface ArrivalRowProps {
  arrival: Arrival;
  onAnswer: () => void;
}

/** One trâmite on its way in. */
export const ArrivalRow = ({ arrival: { entry, tramite }, onAnswer }: ArrivalRowProps) => {
  const { state, progress, id } = entry;
  const number = tramite?.protocolo ?? text.unknownProcess(progress.idt ?? 0);
  const isHeld = disagreesWithLog(id);
  const waits = !isHeld && state.kind === 'needs-person' && state.what === 'consent';
  const isOthers = !isHeld && state.kind === 'needs-person' && state.what === 'takeover';
  const isStuck = !isHeld && state.kind === 'needs-person' && !waits && !isOthers;
  const [fault, setFault] = useState<string>();
  const telling = async (told: ReturnType<typeof tryReceivingAgain>) => {
    const done = await told;
    setFault(done.ok ? undefined : ANSWER_FAULTS[done.error]);
  };
  return (
    <li class="arrival" data-state={state.kind}>
      <div>
        <strong>{number}</strong>
        {tramite && <div class="soft small">{text.from(nameOfUnit(tramite.remetente))}</div>}
        <div role="status">{isHeld ? text.held : sayState(entry)}</div>
        {fault && <Notice tone="danger">{fault}</Notice>}
      </div>
      {waits && (
        <Button look="primary" aria-label={`${text.answer}: ${number}`} onClick={onAnswer}>
          {text.answer}
        </Button>
      )}
      {isOthers && (
        <Button
          aria-label={`${text.takeOver}: ${number}`}
          onClick={() => void telling(takeOver(id))}
        >
          {text.takeOver}
        </Button>
      )}
      {isStuck && (
        <Button
          aria-label={`${text.tryAgain}: ${number}`}
          onClick={() => void telling(tryReceivingAgain(id))}
        >
          {text.tryAgain}
        </Button>
      )}
    </li>
  );
};

const sayState = ({ state, progress: { receive = {} } }: PenEntry): string => {
  if (state.kind === 'needs-person') {
    if (state.what === 'takeover') return text.takeover(state.other.name);
    return state.what === 'consent' ? text.waits : text.needsLook;
  }
  if (receive.answer) return text.answering;
  const { wanted, complete = [] } = receive;
  return wanted ? text.downloaded(complete.length, wanted.length) : text.readingData;
};
