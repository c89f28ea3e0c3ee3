import { useEffect, useState } from 'preact/hooks';
import { deliveredDocument } from '../../app/change/delivered-document.ts';
import type { DraftSession } from '../../app/drafts/draft-session.ts';
import { differences } from '../../app/drafts/versions.ts';
import type { JsonObject } from '../../base/json.ts';
import { hrefOf } from '../router.ts';
import { DifferenceList } from '../screens/draft/version-differences.tsx';
import { changeText as text } from '../text/mudar-entrega.ts';

/** What a draft is to do to a delivery that the court holds, and what it changes of it so far. */
export const PurposeNotice = ({ session }: { session: DraftSession }) => {
  const { purpose } = session.draft.value;
  if (!purpose) return null;
  const { kind, courtId, deliveryId } = purpose;
  return (
    <div class="notice notice-info">
      <p>
        <strong>{text.purpose[kind](courtId)}</strong>{' '}
        <a href={hrefOf({ screen: 'entregas', id: deliveryId })}>{text.seeTarget}</a>
      </p>
      {kind === 'alter' && <Differences session={session} deliveryId={deliveryId} />}
    </div>
  );
};

interface DifferencesProps {
  session: DraftSession;
  deliveryId: string;
}

/** Folded, and only then looked for: the data may be large. */
const Differences = ({ session, deliveryId }: DifferencesProps) => {
  const [delivered, setDelivered] = useState<JsonObject>();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isOpen) void deliveredDocument(deliveryId).then(setDelivered);
  }, [deliveryId, isOpen]);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.differences}</summary>
      {isOpen && delivered && (
        <DifferenceList
          form={session.form}
          found={differences(delivered, session.payload.value)}
          before={text.delivered}
        />
      )}
    </details>
  );
};
