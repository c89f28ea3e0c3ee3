import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run for the demo chain, which whoever first needs it makes there. */
    demoChain: string;
  }
}

/** One demo chain for a run of tests: its keys take longer to make than most tests run. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta-demo-chain-'));
  provide('demoChain', folder);
  return () => rm(folder, { recursive: true, force: true });
};
