import { isAgreedKey, pauseSending, resumeSending, stopSending } from '../../app/bulk/send.ts';
import { sendFaults, sending } from '../../app/bulk/send-state.ts';
import { key } from '../../app/state.ts';
import { Unlock } from '../certificate/unlock.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { sendText as text } from '../text/lote.ts';

/** How far the signing and queueing is, and in the end what went on the queue and what did not. */
export const SendProgress = () => {
  const now = sending.value;
  if (!now) return null;
  const { phase, drafts, done } = now;
  if (phase === 'ended') {
    const failed = drafts
      .slice(0, done)
      .filter((each) => sendFaults.value.has(each.draftId)).length;
    return (
      <Notice tone={failed === 0 ? 'success' : 'warning'}>
        {text.ended(done - failed, failed)}
      </Notice>
    );
  }
  return (
    <section class="card stack" aria-label={text.progressName}>
      <p aria-live="polite">
        {text.progress(done, drafts.length)} {phase === 'paused' && text.paused}
      </p>
      <progress aria-label={text.progressName} value={done} max={drafts.length} />
      {phase === 'locked' && <Locked />}
      {phase === 'elsewhere' && <Notice tone="warning">{text.elsewhere}</Notice>}
      <div class="actions">
        {phase === 'running' ? (
          <Button onClick={pauseSending}>{text.pause}</Button>
        ) : (
          <Button disabled={!isAgreedKey()} onClick={resumeSending}>
            {text.resume}
          </Button>
        )}
        <Button look="quiet" onClick={stopSending}>
          {text.stop}
        </Button>
      </div>
    </section>
  );
};

const Locked = () => {
  if (isAgreedKey()) return null;
  if (key.value.kind === 'unlocked') {
    return (
      <Notice tone="warning">
        {text.otherCertificate} {sending.value?.certificate?.holder.name}.
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="warning">{text.locked}</Notice>
      <Unlock />
    </>
  );
};
