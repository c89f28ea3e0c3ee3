import { useEffect, useState } from 'preact/hooks';
import {
  cancelRun,
  forgetRun,
  isCancellable,
  isPausable,
  pauseRun,
  type RunProgress,
  resumeRun,
  run,
  runProgress,
} from '../../app/homologation/run.ts';
import { representacaoInUse } from '../../app/session/represented.ts';
import { entries } from '../../app/state.ts';
import { AskFirst } from '../parts/ask-first.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { homologateText as text } from '../text/homologar.ts';
import { SaveReceipts } from './save-receipts.tsx';
import { StoppedList } from './stopped-list.tsx';

/** How far the run is, read anew whenever something was written of the queue; `undefined` until then. */
export const useProgress = (): RunProgress | undefined => {
  const [progress, setProgress] = useState<RunProgress>();
  useEffect(() => {
    let current = true;
    void runProgress().then((read) => current && setProgress(read));
    return () => {
      current = false;
    };
  }, [entries.value, run.value, representacaoInUse.value]);
  return progress;
};

const sizeOf = ({ done, left, failed, cancelled }: RunProgress): number =>
  done.length + left.length + failed.length + cancelled.length;

/** Whether nothing that is shown was agreed to together. */
export const isNoRun = (progress: RunProgress): boolean => sizeOf(progress) === 0;

/** What became of what was agreed to together: done, left, stopped and why. */
export const RunPanel = ({ progress }: { progress: RunProgress }) => {
  const [refused, setRefused] = useState(0);
  const { done, left, failed, cancelled } = progress;
  const all = sizeOf(progress);
  const act = (verb: () => Promise<string[]>) => () =>
    void verb().then(({ length }) => setRefused(length));
  return (
    <section class="card stack" aria-labelledby="homologacao-andamento" data-run={left.length}>
      <h2 id="homologacao-andamento">{left.length > 0 ? text.run : text.runEnded}</h2>
      <p aria-live="polite">
        {text.progress(done.length, all)}
        {left.length > 0 && `; ${text.left(left.length)}`}
        {failed.length > 0 && `; ${text.failed(failed.length)}`}
        {cancelled.length > 0 && `; ${text.cancelled(cancelled.length)}`}.
        {left.length > 0 && !left.some(isPausable) && ` ${text.pausedAll}`}
      </p>
      <progress aria-label={text.run} value={done.length} max={all} />
      <StoppedList entries={failed} />
      <div class="actions">
        {left.length > 0 && <Running left={left} act={act} />}
        {done.length > 0 && <SaveReceipts entries={done} />}
        {left.length === 0 && (
          <Button look="quiet" onClick={() => void forgetRun()}>
            {text.dismiss}
          </Button>
        )}
      </div>
      {refused > 0 && <Notice tone="warning">{text.notNow(refused)}</Notice>}
    </section>
  );
};

interface RunningProps {
  left: RunProgress['left'];
  act: (verb: () => Promise<string[]>) => () => void;
}

const Running = ({ left, act }: RunningProps) => {
  const cancellable = left.filter(isCancellable);
  const signed = cancellable.filter(({ progress }) => progress.homologation?.signedPdfSha256);
  const kept = left.length - cancellable.length;
  return (
    <>
      {left.some(isPausable) ? (
        <Button onClick={act(pauseRun)}>{text.pause}</Button>
      ) : (
        <Button onClick={act(resumeRun)}>{text.resume}</Button>
      )}
      <AskFirst
        label={text.cancelLeft}
        title={text.cancelTitle}
        cancel={text.cancel}
        disabled={cancellable.length === 0}
        onConfirm={act(cancelRun)}
      >
        <p>{text.cancelBody(cancellable.length)}</p>
        {signed.length > 0 && <p>{text.cancelSigned(signed.length)}</p>}
        {kept > 0 && <p>{text.cancelKept(kept)}</p>}
      </AskFirst>
    </>
  );
};
