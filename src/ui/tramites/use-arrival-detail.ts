import { useEffect, useState } from 'preact/hooks';
import { type ArrivalDetail, arrivalDetail } from '../../app/pen/arrival-detail.ts';

/** What came under an entry, read once. */
export const useArrivalDetail = (entryId: string): ArrivalDetail | undefined => {
  const [detail, setDetail] = useState<ArrivalDetail>();
  useEffect(() => {
    let isWanted = true;
    void arrivalDetail(entryId).then((found) => isWanted && setDetail(found));
    return () => {
      isWanted = false;
    };
  }, [entryId]);
  return detail;
};
