import type { QueueEntry } from '../../../app/queue/types.ts';
import { takeOver } from '../../../app/queue/verbs.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { queueText as text } from '../../text/fila.ts';
import { doOrTell } from './do-or-tell.tsx';

/** An entry that may be in other hands: whose, since when, and that leaving it is harmless. */
export const Takeover = ({ entry, other }: { entry: QueueEntry; other: string }) => (
  <Notice tone="warning">
    <p>
      {text.takeoverLead(other)} {text.lastChange(showInstant(entry.changedAt))}
    </p>
    <p>{text.takeoverWarn}</p>
    <p>{text.takeoverLeave}</p>
    <div class="actions">
      <Button look="primary" onClick={() => void doOrTell(takeOver(entry.id))}>
        {text.takeoverHere}
      </Button>
    </div>
  </Notice>
);
