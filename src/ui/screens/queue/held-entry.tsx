import type { QueueEntry } from '../../../app/queue/types.ts';
import { Notice } from '../../parts/notice.tsx';
import { SaveEverything } from '../../storage/save-everything.tsx';
import { queueText as text } from '../../text/fila.ts';
import { CancelEntry } from './manage-entry.tsx';

/** An entry whose log does not bear out what is kept of it: that it rests, and what the person can do. */
export const HeldEntry = ({ entry }: { entry: QueueEntry }) => (
  <Notice tone="danger">
    <div class="stack">
      <p>{text.held}</p>
      <p>{text.heldWhatToDo}</p>
      <ol>
        <li>{text.heldSave}</li>
        <li>{text.heldLook}</li>
        <li>{text.heldCancel}</li>
      </ol>
      <SaveEverything />
      <div class="actions">
        <CancelEntry entry={entry} />
      </div>
    </div>
  </Notice>
);
