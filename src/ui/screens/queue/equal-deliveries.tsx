import type { QueueEntry } from '../../../app/queue/types.ts';
import { deleteExtra } from '../../../app/queue/verbs.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { queueText as text } from '../../text/fila.ts';
import { doOrTell } from './do-or-tell.tsx';

/** The court holds the same content more than once: which ones, and what the person may do about it. */
export const EqualDeliveries = ({ entry }: { entry: QueueEntry }) => {
  const { delivery, extras = [] } = entry.progress;
  if (!delivery) return null;
  const list = (
    <ul>
      {extras.map(({ id, recibo }) => (
        <li key={id}>{text.extraOne(id, recibo)}</li>
      ))}
    </ul>
  );
  return (
    <Notice tone="warning">
      <h4>{text.extraTitle}</h4>
      <p>{text.extraLead(delivery.id)}</p>
      {list}
      <p>{text.extraKeepHelp}</p>
      <div class="actions">
        <AskFirst
          label={text.extraDelete}
          title={text.extraDeleteTitle}
          cancel={text.close}
          onConfirm={() => void doOrTell(deleteExtra(entry.id, 'delete'))}
        >
          <p>{text.extraDeleteBody}</p>
          {list}
        </AskFirst>
        <Button onClick={() => void doOrTell(deleteExtra(entry.id, 'keep'))}>
          {text.extraKeep}
        </Button>
      </div>
    </Notice>
  );
};
