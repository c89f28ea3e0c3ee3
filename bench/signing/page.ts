import { transfer, wrap } from 'comlink';
import type { Bytes } from '../../src/base/bytes.ts';
import type { Job, JobResult } from './jobs.ts';
import type { SigningSteps } from './worker.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const steps = wrap<SigningSteps>(worker);
let chosen: Blob[] = [];
let p7s = new Blob();

const fetchBlob = async (name: string): Promise<Blob> => (await fetch(`/files/${name}`)).blob();

const fetchBytes = async (name: string): Promise<Bytes> =>
  new Uint8Array(await (await fetchBlob(name)).arrayBuffer());

const chosenFiles = (): File[] => [...(document.querySelector('input')?.files ?? [])];

const perform = async (job: Job): Promise<void> => {
  switch (job.act) {
    case 'open': {
      const certificates = await Promise.all(job.certificates.map(fetchBytes));
      return steps.open(await fetchBytes(job.key), certificates);
    }
    case 'choose':
      chosen = chosenFiles();
      if (chosen.length === 0) chosen = await Promise.all(job.files.map(fetchBlob));
      return;
    case 'sign':
      for (const content of chosen) p7s = await steps.sign(content);
      return;
    case 'verify': {
      const bytes = new Uint8Array(await p7s.arrayBuffer());
      return steps.verify(transfer(bytes, [bytes.buffer]));
    }
    case 'save':
      await fetch('/saved', { method: 'POST', body: p7s });
  }
};

const timed = async (job: Job): Promise<JobResult> => {
  const start = performance.now();
  try {
    await perform(job);
    return { ms: performance.now() - start };
  } catch (error) {
    return { error: `${job.act}: ${error}` };
  }
};

// A browser that cannot be driven asks for its work itself; the answer waits until there is some.
for (;;) {
  const job: Job = await (await fetch('/job', { method: 'POST' })).json();
  const result = await timed(job);
  await fetch('/result', { method: 'POST', body: JSON.stringify(result) });
}
