import { parentPort, workerData } from 'node:worker_threads';
import { inputOf } from './input.ts';
import { measure } from './measure.ts';
import type { Finding, Share } from './readers.ts';
import { begin, end } from './stopwatch.ts';
import { targets } from './targets.ts';

const { seed, first, step, total, watch }: Share = workerData;

const tell = (finding: Finding): void => parentPort?.postMessage(finding);

// Loading and compiling the readers is no input's fault.
for (const index of targets.keys()) {
  const { target, bytes } = inputOf(0, index);
  await measure(target, bytes);
}

for (let input = first; input < total; input += step) {
  const { target, bytes } = inputOf(seed, input);
  begin(watch, input, target.extraTime?.(bytes) ?? 0);
  const { foreign, overMemory } = await measure(target, bytes);
  end(watch);
  if (foreign !== undefined) tell({ input, what: 'foreign exception', said: foreign });
  if (overMemory !== undefined) tell({ input, what: 'over memory', said: `${overMemory} bytes` });
}
