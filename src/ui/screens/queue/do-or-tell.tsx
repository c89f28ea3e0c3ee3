import { signal } from '@preact/signals';
import type { VerbFault } from '../../../app/faults.ts';
import type { Result } from '../../../base/result.ts';
import { Notice } from '../../parts/notice.tsx';
import { VERB_FAULTS } from '../../text/fila.ts';

/** Why the last thing the person asked of an entry was not done. */
const fault = signal<VerbFault | undefined>(undefined);

/** Does what the person asks of an entry; what could not be done is told above the queue until the next act. */
export const doOrTell = async (act: Promise<Result<unknown, VerbFault>>): Promise<void> => {
  const done = await act;
  fault.value = done.ok ? undefined : done.error;
};

export const NotDone = () =>
  fault.value ? (
    <div role="alert">
      <Notice tone="danger">{VERB_FAULTS[fault.value]}</Notice>
    </div>
  ) : null;
