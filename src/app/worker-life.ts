import { type Remote, wrap } from 'comlink';
import { fenced } from './offline.ts';
import { ownScript } from './trusted-types.ts';

/** The script of a worker did not load, or it broke down. */
export class WorkerFailedError extends Error {}

/** A worker from its start to its end, which comes by `end` alone; its reason is told to whoever still waits. */
export interface WorkerLife<T> {
  service: Promise<Remote<T>>;
  end: AbortController;
}

/** Starts a worker as soon as the fence around the page's requests stands; `name` is for tools of developers. */
export const startWorker = <T>(script: string, name: string): WorkerLife<T> => {
  const end = new AbortController();
  const start = async (): Promise<Remote<T>> => {
    await fenced();
    end.signal.throwIfAborted();
    const worker = new Worker(ownScript(script), { type: 'module', name });
    end.signal.addEventListener('abort', () => worker.terminate());
    for (const kind of ['error', 'messageerror']) {
      worker.addEventListener(kind, () => end.abort(new WorkerFailedError(name)));
    }
    return wrap<T>(worker);
  };
  const service = start();
  service.catch((error) => end.abort(error));
  return { service, end };
};

/** The same worker while it lives, else a new one. */
export const livingWorker = <T>(
  life: WorkerLife<T> | undefined,
  script: string,
  name: string,
): WorkerLife<T> => (life && !life.end.signal.aborted ? life : startWorker<T>(script, name));

/** Has a worker do something; rejects with the reason of its end where it is ended before it is done. */
export const inWorker = <T, R>(
  { service, end }: WorkerLife<T>,
  work: (service: Remote<T>) => Promise<R>,
): Promise<R> =>
  new Promise((resolve, reject) => {
    const ended = () => reject(end.signal.reason);
    end.signal.addEventListener('abort', ended);
    if (end.signal.aborted) return ended();
    const done = () => end.signal.removeEventListener('abort', ended);
    service.then(work).then(resolve, reject).finally(done);
  });
