import { proxy, type Remote } from 'comlink';
import type { JsonObject } from '../../base/json.ts';
import type { Examination } from '../../draft/intake/examine.ts';
import type { CachedLayout, ObjectField } from '../../layout/types.ts';
import { INTAKE_WORKER } from '../worker-addresses.ts';
import { inWorker, livingWorker, type WorkerLife } from '../worker-life.ts';
import type { FileReading, IntakeService } from './intake.worker.ts';

let life: WorkerLife<IntakeService> | undefined;

/** Throws `signal.reason` where it is ended, and the worker with it. */
const inIntake = async <T>(
  signal: AbortSignal,
  ask: (service: Remote<IntakeService>) => Promise<T>,
): Promise<T> => {
  signal.throwIfAborted();
  const alive = livingWorker(life, INTAKE_WORKER, 'arquivos');
  life = alive;
  const stop = () => alive.end.abort(signal.reason);
  signal.addEventListener('abort', stop);
  return inWorker(alive, ask).finally(() => signal.removeEventListener('abort', stop));
};

/** Reads a payload in the worker; `undefined` where the file is gone. `onProgress`: from 0 to 1. */
export const readInWorker = (
  file: Blob,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileReading | undefined> =>
  inIntake(signal, async (service) => service.read(file, proxy(onProgress)));

/** Examines a document in the worker, by its layout and the paths of the files beside it. */
export const examineInWorker = (
  document: JsonObject,
  layout: Pick<CachedLayout, 'schema' | 'sha256'> & { form: ObjectField },
  path: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Examination> =>
  inIntake(signal, async (service) => service.examine(document, layout, path, paths));
