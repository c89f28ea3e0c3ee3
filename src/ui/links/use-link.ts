import { useEffect, useState } from 'preact/hooks';
import { type Link, linkTo } from '../../app/links/link.ts';
import { ambiente, deliveriesWritten, entries } from '../../app/state.ts';
import type { Json } from '../../base/json.ts';

/**
 * What the number in a field refers to, as it is now: `null` where that is not known here, `undefined` while it is being
 * looked up or the field holds no such number.
 */
export const useLink = (value: Json | undefined): Link | null | undefined => {
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
  return found && found.value === value ? found.link : undefined;
};
