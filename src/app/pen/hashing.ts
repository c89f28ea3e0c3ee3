import { proxy } from 'comlink';
import { sha256Hex } from '../../base/bytes.ts';
import { HASHING_WORKER } from '../worker-addresses.ts';
import { inWorker, livingWorker, type WorkerLife } from '../worker-life.ts';
import type { HashingService } from './hashing.worker.ts';

/** Up to the usual size of one part (bytes) WebCrypto is asked, which is faster and wants the content whole. */
const ONE_PART = 50 * 1024 * 1024;

let life: WorkerLife<HashingService> | undefined;

interface HashingOptions {
  /** From 0 to 1. */
  onProgress?: (share: number) => void;
  /** Ends it, with the signal's reason. */
  signal?: AbortSignal;
}

/** SHA-256 (lower-case hexadecimal) of a content of any size; what is larger than a part is read a piece at a time. */
export const sha256Of = async (
  content: Blob,
  { onProgress = () => {}, signal }: HashingOptions = {},
): Promise<string> => {
  signal?.throwIfAborted();
  if (content.size <= ONE_PART) return sha256Hex(content);
  const alive = livingWorker(life, HASHING_WORKER, 'resumo de arquivos');
  life = alive;
  const stop = () => alive.end.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  return inWorker(alive, async (service) => service.sha256(content, proxy(onProgress))).finally(
    () => signal?.removeEventListener('abort', stop),
  );
};
