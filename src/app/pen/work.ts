import { startCountingAttention } from './count-attention.ts';
import { startInbox } from './inbox.ts';
import { startPenSender } from './sender.ts';
import { keepTables } from './tables.ts';

/** What works for PEN behind the screens, from the moment an environment has it. */
export const startPen = async (): Promise<void> => {
  await keepTables();
  await startPenSender();
  startInbox();
  await startCountingAttention();
};
