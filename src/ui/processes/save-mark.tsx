import type { ProcessSession } from '../../app/processes/process-session.ts';
import { PROCESS_SAVE_STATES } from '../text/process.ts';

/** Whether what was typed is on the disk. */
export const SaveMark = ({ session }: { session: ProcessSession }) => {
  const state = session.saving.value;
  const isFault = state !== 'saved' && state !== 'saving';
  return (
    <span class={isFault ? 'save-fault' : 'soft small'} role="status" data-saving={state}>
      {PROCESS_SAVE_STATES[state]}
    </span>
  );
};
