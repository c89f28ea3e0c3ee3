import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CourtDelivery } from '../../app/deliveries/delivery-list.ts';
import { findReceipts, type ReceiptQuery } from '../../app/receipts/find-receipts.ts';
import { deliveriesWritten } from '../../app/state.ts';

/** What was found so far; `paused`: as many as were asked for. */
interface Found {
  deliveries: readonly CourtDelivery[];
  state: 'searching' | 'paused' | 'ended';
}

/** How many are looked for at a time. */
const COUNT = 50;

/** The receipts of a query, looked for again, and as many, when deliveries are written. `query` stays the same object while it is. */
export const useReceipts = (query: ReceiptQuery): Found & { more: () => void } => {
  const written = deliveriesWritten.value;
  const steps = useMemo(() => findReceipts(query), [query, written]);
  const current = useRef(steps);
  current.current = steps;
  const [found, setFound] = useState<Found>({ deliveries: [], state: 'searching' });
  const shown = useRef({ query, count: 0 });
  if (shown.current.query !== query) shown.current = { query, count: 0 };
  const look = async (before: Found['deliveries'], enough: number): Promise<void> => {
    let deliveries = before;
    while (deliveries.length < enough) {
      const step = await steps.next();
      if (current.current !== steps) return;
      if (step.done) return setFound({ deliveries, state: 'ended' });
      deliveries = [...deliveries, ...step.value];
      if (step.value.length > 0) setFound({ deliveries, state: 'searching' });
    }
    setFound({ deliveries, state: 'paused' });
  };
  useEffect(() => {
    setFound((before) => ({ ...before, state: 'searching' }));
    void look([], Math.max(COUNT, shown.current.count));
    return () => void steps.return(undefined);
  }, [steps]);
  const more = () => {
    setFound((before) => ({ ...before, state: 'searching' }));
    shown.current.count = found.deliveries.length + COUNT;
    void look(found.deliveries, shown.current.count);
  };
  return { ...found, more };
};
