import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../support/build.ts';
import { buildServer } from '../support/build-server.ts';
import { startServer } from '../support/server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the server in one file. */
    serverProgram: string;
    /** Folder of a server that was started once: its keys and certificates, which take it seconds to make. */
    officeData: string;
  }
}

/** Builds app and server once before the browser tests, and makes what every office begins with. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const data = await mkdtemp(join(tmpdir(), 'estafeta-office-'));
  const [program] = await Promise.all([buildServer(), buildApp()]);
  const server = await startServer({
    env: { ESTAFETA_DATA: data },
    command: [process.execPath, program],
  });
  await server.stop();
  provide('serverProgram', program);
  provide('officeData', data);
  return () => rm(data, { recursive: true, force: true });
};
