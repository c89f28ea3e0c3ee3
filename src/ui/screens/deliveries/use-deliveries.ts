import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type DeliveryFilter, listDeliveries } from '../../../app/deliveries/delivery-list.ts';
import { deliveriesWritten } from '../../../app/state.ts';

/** After something was written the list is read anew: so much later (ms), and never for more than a tenth of the time. */
const PAUSE_MS = 300;

/** The list of a filter, which follows what is written. Until it is read, the list of the filter before stays. */
export const useDeliveries = (filter: DeliveryFilter) => {
  const list = useMemo(() => listDeliveries(filter), [filter]);
  useEffect(() => {
    void list.more();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let tookMs = 0;
    const renew = async () => {
      const began = performance.now();
      await list.renew();
      tookMs = performance.now() - began;
      timer = undefined;
    };
    const shown = deliveriesWritten.peek();
    const stop = deliveriesWritten.subscribe((written) => {
      if (written !== shown) timer ??= setTimeout(() => void renew(), PAUSE_MS + 10 * tookMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [list]);
  const listed = list.listed.value;
  const shown = useRef({ ...listed, filter, more: list.more });
  if (listed.state !== 'reading') shown.current = { ...listed, filter, more: list.more };
  return shown.current;
};
