import { proxy, wrap } from 'comlink';
import type { HashingService } from '../../src/app/pen/hashing.worker.ts';
import { sha256Hex } from '../../src/base/bytes.ts';

const service = wrap<HashingService>(
  new Worker(new URL('../../src/app/pen/hashing.worker.ts', import.meta.url), { type: 'module' }),
);

const chosen = (): File => {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file');
  return file;
};

const timed = async (hash: () => Promise<string>): Promise<number> => {
  const start = performance.now();
  await hash();
  return performance.now() - start;
};

/** Milliseconds that each way takes with the chosen file. */
const bench = {
  whole: () => timed(() => sha256Hex(chosen())),
  streamed: () =>
    timed(() =>
      service.sha256(
        chosen(),
        proxy(() => {}),
      ),
    ),
};

declare global {
  var hashBench: typeof bench;
}
globalThis.hashBench = bench;
