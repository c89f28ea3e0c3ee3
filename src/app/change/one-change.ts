import { err, type Result } from '../../base/result.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { catchUp } from '../queue/queue-records.ts';
import { tryLock } from '../tabs.ts';

/**
 * Puts a change of a delivery on the queue, one at a time in all windows, knowing what they put there before;
 * `change-queued` while another does.
 */
export const asOnlyChange = async <Queued, Fault>(
  { ambiente, courtId }: Pick<CourtDelivery, 'ambiente' | 'courtId'>,
  put: () => Promise<Result<Queued, Fault>>,
): Promise<Result<Queued, Fault | 'change-queued'>> => {
  const lock = await tryLock(`estafeta:change/${ambiente}/${courtId}`, {});
  if (!lock) return err('change-queued');
  try {
    await catchUp();
    return await put();
  } finally {
    lock.release();
  }
};
