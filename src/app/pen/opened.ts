import { clock } from '../stores.ts';
import { penStores } from './stores.ts';

/** A person has the process before her: it is no longer unread. */
export const noteOpened = async (processId: string): Promise<void> => {
  const known = await penStores.processes.load(processId);
  if (!known?.received || known.openedAt !== undefined) return;
  await penStores.processes.change(processId, (process) =>
    process && process.openedAt === undefined ? { ...process, openedAt: clock.now() } : process,
  );
};
