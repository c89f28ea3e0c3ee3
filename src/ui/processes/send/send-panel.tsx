import { useEffect, useState } from 'preact/hooks';
import { penQueue } from '../../../app/pen/queue-records.ts';
import { sendingOf } from '../../../app/pen/sending-progress.ts';
import {
  type CancelSendingFault,
  cancelSending,
  takeOver,
  tellSending,
} from '../../../app/pen/sending-verbs.ts';
import type { Process } from '../../../app/processes/types.ts';
import { disagreesWithLog } from '../../../app/storage/damage.ts';
import type { Result } from '../../../base/result.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { sendingText as text } from '../../text/envio-de-processo.ts';
import { DocumentsProgress } from './documents-progress.tsx';
import { SendingState } from './sending-state.tsx';

export type Sending = NonNullable<Awaited<ReturnType<typeof sendingOf>>>;

/**
 * The newest sending of a process, until it is over: where it is, how far each document is, and what can be done. From
 * then on its trâmite tells more; why it was rejected stands until the process is changed.
 */
export const SendPanel = ({ process: { id, changedAt } }: { process: Process }) => {
  const sending = useSending(id);
  if (!sending || ENDED.includes(sending.state.kind)) return null;
  const isRejected = sending.state.kind === 'rejected';
  if (isRejected && changedAt > sending.changedAt) return null;
  const { errand } = sending.frozen;
  const isHeld = disagreesWithLog(sending.id);
  return (
    <section class="card stack" aria-labelledby="envio">
      <h2 id="envio">{text.title}</h2>
      {errand.kind === 'send' && <p class="soft">{text.sentTo(errand.destinatario.nome)}</p>}
      {isHeld ? <Notice tone="danger">{text.held}</Notice> : <SendingState sending={sending} />}
      {!isRejected && <DocumentsProgress sending={sending} />}
      <Actions sending={sending} isHeld={isHeld} />
    </section>
  );
};

const ENDED = ['done', 'cancelled'];

const useSending = (processId: string): Sending | undefined => {
  const [sending, setSending] = useState<Sending>();
  const written = penQueue.value;
  useEffect(() => {
    let isGone = false;
    void sendingOf(processId).then((found) => {
      if (!isGone) setSending(found);
    });
    return () => {
      isGone = true;
    };
  }, [processId, written]);
  return sending?.frozen.errand.kind === 'send' && sending.frozen.errand.processId === processId
    ? sending
    : undefined;
};

const STANDS = ['paused', 'needs-person', 'uncertain'];

interface ActionsProps {
  sending: Sending;
  /** Its log does not bear it out: it goes on no more. */
  isHeld: boolean;
}

const Actions = ({ sending: { id, state }, isHeld }: ActionsProps) => {
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (state.kind === 'rejected') return null;
  const isOthers = state.kind === 'needs-person' && state.what === 'takeover';
  const doing = (act: () => Promise<Result<void, CancelSendingFault>>) => {
    setBusy(true);
    void act()
      .then((done) => setFault(done.ok ? undefined : text.verbFault(done.error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <div class="actions">
        {isHeld ? null : isOthers ? (
          <Button look="primary" disabled={isBusy} onClick={() => doing(() => takeOver(id))}>
            {text.takeOver}
          </Button>
        ) : STANDS.includes(state.kind) ? (
          <Button
            disabled={isBusy}
            onClick={() => doing(() => tellSending(id, { kind: 'try-now' }))}
          >
            {text.tryNow}
          </Button>
        ) : (
          <Button disabled={isBusy} onClick={() => doing(() => tellSending(id, { kind: 'pause' }))}>
            {text.pauseNow}
          </Button>
        )}
        <AskFirst
          label={text.cancel}
          title={text.cancelTitle}
          cancel={text.keep}
          disabled={isBusy}
          onConfirm={() => doing(() => cancelSending(id))}
        >
          <p>{text.cancelBody}</p>
        </AskFirst>
      </div>
      {fault && <Notice tone="warning">{fault}</Notice>}
    </>
  );
};
