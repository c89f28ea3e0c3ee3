import { useEffect, useState } from 'preact/hooks';
import { type Link, linkTo } from '../../app/links/link.ts';
import { isOfAnother, linkPlace } from '../../app/links/place.ts';
import { ambiente, deliveriesWritten, entries } from '../../app/state.ts';
import type { Json } from '../../base/json.ts';

/**
 * What the number in a field refers to, as it is now: `null` where that is not known here, `of-another` where it is the work
 * of another representação, `undefined` while it is being looked up or the field holds no such number.
 */
export const useLink = (value: Json | undefined): Link | null | 'of-another' | undefined => {
  const [found, setFound] = useState<{ value: number; link: Link | null }>();
  const where = ambiente.value?.id;
  const [queue, delivered] = [entries.value, deliveriesWritten.value];
  useEffect(() => {
    if (where === undefined || typeof value !== 'number' || value < 0) return;
    let gone = false;
    void linkTo(value, where).then((link) => {
      if (!gone) setFound({ value, link: link ?? null });
    });
    return () => {
      gone = true;
    };
  }, [value, where, queue, delivered]);
  if (!found || found.value !== value) return undefined;
  return found.link && isOfAnother(found.link, linkPlace()) ? 'of-another' : found.link;
};
