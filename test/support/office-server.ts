import { cp } from 'node:fs/promises';
import process from 'node:process';
import { inject } from 'vitest';
import { type ServerProcess, startServer } from './server-process.ts';

/** Starts the server that the setup of the browser tests built, over this data, with its test door open. */
export const startOffice = (
  data: string,
  env: Record<string, string> = {},
): Promise<ServerProcess> =>
  startServer({
    env: { ESTAFETA_DATA: data, ESTAFETA_TEST: '1', ...env },
    command: [process.execPath, inject('serverProgram')],
  });

/** The same in an empty folder, with the keys and certificates of a first start that took place before. */
export const startNewOffice = async (data: string): Promise<ServerProcess> => {
  await cp(inject('officeData'), data, { recursive: true });
  return startOffice(data);
};
