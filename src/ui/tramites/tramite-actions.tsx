import { useState } from 'preact/hooks';
import { cancelTramite, followTramite } from '../../app/pen/follow.ts';
import type { Tramite } from '../../app/pen/types.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { CANCEL_FAULTS, FOLLOW_FAULTS, tramitesText as text } from '../text/tramites.ts';

/** What the sender may do while the trâmite goes on. */
export const TramiteActions = ({ tramite }: { tramite: Tramite }) => {
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { id, direction, situacao } = tramite;
  if (direction !== 'sent' || situacao > 5) return null;
  const doing = async (act: () => Promise<string | undefined>) => {
    setBusy(true);
    setFault(await act());
    setBusy(false);
  };
  const ask = async () => {
    const heard = await followTramite(id);
    return heard.ok ? undefined : FOLLOW_FAULTS[heard.error];
  };
  const cancel = async () => {
    const cancelled = await cancelTramite(id);
    return cancelled.ok ? undefined : CANCEL_FAULTS[cancelled.error];
  };
  return (
    <div class="stack">
      <div class="actions">
        <Button disabled={isBusy} onClick={() => void doing(ask)}>
          {text.ask}
        </Button>
        {situacao <= 4 && (
          <AskFirst
            label={text.cancel}
            title={text.cancelTitle}
            cancel={text.keep}
            disabled={isBusy}
            onConfirm={() => void doing(cancel)}
          >
            <p>{text.cancelBody}</p>
          </AskFirst>
        )}
      </div>
      {fault && <Notice tone="danger">{fault}</Notice>}
    </div>
  );
};
