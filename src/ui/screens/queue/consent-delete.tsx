import { agreeToDelete } from '../../../app/queue/agreed.ts';
import { errandOf, type QueueEntry } from '../../../app/queue/types.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Notice } from '../../parts/notice.tsx';
import { queueText as text } from '../../text/fila.ts';
import { doOrTell } from './do-or-tell.tsx';

/** Before a delivery is deleted: which one, what keeps it from being deleted, and that it cannot be undone. */
export const ConsentDelete = ({ entry }: { entry: QueueEntry }) => {
  const errand = errandOf(entry.frozen);
  if (errand.kind === 'deliver') return null;
  const lead = text.consentDeleteLead(errand.courtId, errand.recibo);
  return (
    <Notice tone="warning">
      <p>{lead}</p>
      <div class="actions">
        <AskFirst
          label={text.consentDelete}
          title={text.consentDeleteTitle}
          cancel={text.close}
          look="secondary"
          onConfirm={() => void doOrTell(agreeToDelete(entry))}
        >
          <p>{lead}</p>
          <p>{text.consentDeleteBody}</p>
        </AskFirst>
      </div>
    </Notice>
  );
};
