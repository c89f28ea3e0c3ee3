import { useEffect, useState } from 'preact/hooks';
import { penQueue } from '../../../app/pen/queue-records.ts';
import { sendingOf } from '../../../app/pen/sending-progress.ts';
import {
  type CancelSendingFault,
  cancelSending,
  takeOver,
  tellSending,
} from '../../../app/pen/sending-verbs.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { sendingText as text } from '../../text/envio-de-processo.ts';
import { DocumentsProgress } from './documents-progress.tsx';
import { SendingState } from './sending-state.tsx';

export type Sending = NonNullable<Awaited<ReturnType<typeof sendingOf>>>;

/** The newest sending of a process: where it is, how far each document is, and what can be done. */
export const SendPanel = ({ process: { id } }: { process: { id: string } }) => {
  const sending = useSending(id);
  if (!sending || sending.state.kind === 'cancelled') return null;
  const { errand } = sending.frozen;
  return (
    <section class="card stack" aria-labelledby="envio">
      <h2 id="envio">{text.title}</h2>
      {errand.kind === 'send' && <p class="soft">{text.sentTo(errand.destinatario.nome)}</p>}
      <SendingState sending={sending} />
      <DocumentsProgress sending={sending} />
      <Actions sending={sending} />
    </section>
  );
};

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

const OVER = ['done', 'rejected', 'cancelled'];
const STANDS = ['paused', 'needs-person', 'uncertain'];

const Actions = ({ sending: { id, state } }: { sending: Sending }) => {
  const [fault, setFault] = useState<CancelSendingFault>();
  if (OVER.includes(state.kind)) return null;
  const isOthers = state.kind === 'needs-person' && state.what === 'takeover';
  const cancel = () => {
    void cancelSending(id).then((done) => setFault(done.ok ? undefined : done.error));
  };
  return (
    <>
      <div class="actions">
        {isOthers ? (
          <Button look="primary" onClick={() => void takeOver(id)}>
            {text.takeOver}
          </Button>
        ) : STANDS.includes(state.kind) ? (
          <Button onClick={() => void tellSending(id, { kind: 'try-now' })}>{text.tryNow}</Button>
        ) : (
          <Button onClick={() => void tellSending(id, { kind: 'pause' })}>{text.pauseNow}</Button>
        )}
        <AskFirst
          label={text.cancel}
          title={text.cancelTitle}
          cancel={text.keep}
          onConfirm={cancel}
        >
          <p>{text.cancelBody}</p>
        </AskFirst>
      </div>
      {fault && <Notice tone="warning">{text.cancelFault(fault)}</Notice>}
    </>
  );
};
