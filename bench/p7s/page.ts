import { wrap } from 'comlink';
import type { KeyFiles, SigningSteps } from './worker.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const steps = wrap<SigningSteps>(worker);
let p7s = new Blob();

const chosenFile = (): File => {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file is chosen');
  return file;
};

/** What the benchmark calls in the page. Times are milliseconds as the page sees them, the way to the worker included. */
const bench = {
  open: (files: KeyFiles): Promise<void> => steps.open(files),

  async sign(): Promise<number> {
    const file = chosenFile();
    const start = performance.now();
    p7s = await steps.sign(file);
    return performance.now() - start;
  },

  async verify(): Promise<number> {
    const start = performance.now();
    await steps.verify(p7s);
    return performance.now() - start;
  },

  /** Hands out the last P7S as a download. */
  save(): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(p7s);
    link.download = 'own.p7s';
    link.click();
  },
};

export type BenchPage = typeof bench;

window.bench = bench;
