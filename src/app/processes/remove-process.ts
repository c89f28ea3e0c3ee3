import { penStores } from '../pen/stores.ts';
import { stores } from '../stores.ts';
import type { ProcessSession } from './process-session.ts';

/** Removes a process that never went out, with the files nothing else refers to. */
export const removeProcess = async (session: ProcessSession): Promise<void> => {
  await session.flush();
  await penStores.processes.remove(session.process.value.id);
  await stores.files.collect();
};
