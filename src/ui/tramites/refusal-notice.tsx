import { useState } from 'preact/hooks';
import { acknowledgeRefusal } from '../../app/pen/follow.ts';
import type { MotivoDaRecusa, Tramite } from '../../app/pen/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { FOLLOW_FAULTS, MOTIVOS, tramitesText as text } from '../text/tramites.ts';

interface RefusalNoticeProps {
  tramite: Tramite;
  refusal: NonNullable<Tramite['recusa']>;
}

/** Why it was refused, and the sender's word of having read it, which opens the process again. */
export const RefusalNotice = ({ tramite, refusal }: RefusalNoticeProps) => {
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const waits = tramite.direction === 'sent' && tramite.situacao === 8;
  const acknowledge = async () => {
    setBusy(true);
    const done = await acknowledgeRefusal(tramite.id);
    setBusy(false);
    setFault(done.ok ? undefined : FOLLOW_FAULTS[done.error]);
  };
  return (
    <div class="stack refusal">
      <dl class="facts">
        <dt>{text.refused[tramite.direction]}</dt>
        <dd>{MOTIVOS[refusal.motivo as MotivoDaRecusa] ?? refusal.motivo}</dd>
        <dt>{text.refusedWords[tramite.direction]}</dt>
        <dd class="path">{refusal.justificativa}</dd>
      </dl>
      {waits && (
        <>
          <p class="small">
            {text.refusedNormal} {text.acknowledgeHelp}
          </p>
          <div class="actions">
            <Button look="primary" disabled={isBusy} onClick={() => void acknowledge()}>
              {text.acknowledge}
            </Button>
          </div>
        </>
      )}
      {fault && <Notice tone="danger">{fault}</Notice>}
    </div>
  );
};
