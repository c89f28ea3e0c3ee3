import { useEffect, useState } from 'preact/hooks';
import type { DraftSession } from '../../app/drafts/draft-session.ts';
import { type BrokenLink, brokenLinks } from '../../app/links/link-faults.ts';
import { linkPlace } from '../../app/links/place.ts';
import { entries } from '../../app/state.ts';

const NONE: readonly BrokenLink[] = [];

/** The fields of a draft that refer to what will not come, as it is now. */
export const useBrokenLinks = ({ payload }: Pick<DraftSession, 'payload'>) => {
  const [broken, setBroken] = useState(NONE);
  const [now, queue] = [payload.value, entries.value];
  useEffect(() => {
    let gone = false;
    void brokenLinks(now, linkPlace()).then((found) => {
      if (!gone) setBroken(found.length > 0 ? found : NONE);
    });
    return () => {
      gone = true;
    };
  }, [now, queue]);
  return broken;
};
