import { useEffect, useState } from 'preact/hooks';
import type { Link } from '../../app/links/link.ts';
import { type ReferredTo, referredBy } from '../../app/links/referred-by.ts';
import { Notice } from '../parts/notice.tsx';
import { linkName, linkState, linkText as text } from '../text/ligacoes.ts';

/** So many are named; of more the number is told. */
const NAMED = 5;

/** A warning with what refers to a delivery, as it is found; nothing where nothing does. */
export const ReferredBy = ({ delivery, lead }: { delivery: ReferredTo; lead: string }) => {
  const [found, setFound] = useState<readonly Link[]>([]);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      for await (const link of referredBy(delivery)) {
        if (gone) return;
        setFound((before) => [...before, link]);
      }
    };
    void look();
    return () => {
      gone = true;
    };
  }, []);
  if (found.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>{lead}</p>
      <ul>
        {found.slice(0, NAMED).map((link) => (
          <li key={link.value}>
            {linkName(link)}: {linkState(link)}
          </li>
        ))}
      </ul>
      {found.length > NAMED && <p>{text.andMore(found.length - NAMED)}</p>}
    </Notice>
  );
};
