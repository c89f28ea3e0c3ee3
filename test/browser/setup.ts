import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../support/build.ts';
import { startServer } from '../support/server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a server that was started once: its keys and certificates, which take it seconds to make. */
    officeData: string;
  }
}

/** Builds the app once before the browser tests, as `npm start` does, and makes what every office begins with. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const data = await mkdtemp(join(tmpdir(), 'estafeta-office-'));
  await buildApp();
  const server = await startServer({ env: { ESTAFETA_DATA: data } });
  await server.stop();
  provide('officeData', data);
  return () => rm(data, { recursive: true, force: true });
};
