import {
  batch,
  cancelBatch,
  isSameHolder,
  pauseBatch,
  progress,
  resumeBatch,
  retryUnsigned,
} from '../../../app/files-to-sign/batch.ts';
import { key } from '../../../app/state.ts';
import { Unlock } from '../../certificate/unlock.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { signingText as text } from '../../text/assinar.ts';
import { showSize } from '../../text/attachment.ts';

/** How far the signing is, and at the end what went well and what did not. */
export const BatchProgress = ({ onRetry }: { onRetry: () => void }) => {
  if (!batch.value) return null;
  return batch.value.phase === 'ended' ? <Ended onRetry={onRetry} /> : <Running />;
};

const Running = () => {
  const phase = batch.value?.phase;
  const { signed, failed, total, doneBytes, totalBytes, current } = progress.value;
  return (
    <section class="card stack" aria-label={text.progress}>
      <p aria-live="polite">
        {text.progressOf(signed + failed, total)} ({showSize(doneBytes)} / {showSize(totalBytes)})
        {phase === 'signing' && current && <span class="soft"> {current}</span>}
        {phase === 'paused' && ` ${text.paused}`}
      </p>
      <progress aria-label={text.progress} value={doneBytes} max={totalBytes} />
      {phase === 'locked' && <Locked />}
      <div class="actions">
        {phase === 'signing' ? (
          <Button onClick={pauseBatch}>{text.pause}</Button>
        ) : (
          <Button disabled={!isSameHolder()} onClick={resumeBatch}>
            {text.resume}
          </Button>
        )}
        <Button look="quiet" onClick={cancelBatch}>
          {text.cancel}
        </Button>
      </div>
    </section>
  );
};

const Locked = () => {
  if (isSameHolder()) return null;
  if (key.value.kind === 'unlocked') {
    return (
      <Notice tone="warning">
        {text.otherCertificate} {batch.value?.certificate.holder.name}.
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

const Ended = ({ onRetry }: { onRetry: () => void }) => {
  const { signed, failed, cancelled } = progress.value;
  const retry = () => {
    retryUnsigned();
    onRetry();
  };
  return (
    <Notice tone={failed + cancelled === 0 ? 'success' : 'warning'}>
      <div class="actions">
        <span>
          {text.ended(signed)} {failed > 0 && text.endedFailed(failed)}{' '}
          {cancelled > 0 && text.endedCancelled(cancelled)}
        </span>
        {failed + cancelled > 0 && <Button onClick={retry}>{text.retry}</Button>}
      </div>
    </Notice>
  );
};
