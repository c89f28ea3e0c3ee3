import { useEffect, useState } from 'preact/hooks';
import { knownDelivery } from '../../app/change/known-delivery.ts';
import type { CourtDelivery, Delivery } from '../../app/change/types.ts';
import { ChangeActions } from './change-actions.tsx';
import { ThreadView } from './thread-view.tsx';

/** What may be done with a delivery, and its story. */
export const ChangePart = ({ content }: { content: Delivery }) => {
  const [known, setKnown] = useState<CourtDelivery>();
  useEffect(() => {
    void knownDelivery(content.id).then(setKnown);
  }, [content.id, content.rev]);
  if (!known) return null;
  return (
    <>
      <ChangeActions delivery={known} content={content} />
      <ThreadView delivery={known} />
    </>
  );
};
