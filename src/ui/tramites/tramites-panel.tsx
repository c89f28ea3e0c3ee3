import { useEffect, useState } from 'preact/hooks';
import { noteOpened } from '../../app/pen/opened.ts';
import { tramitesOf } from '../../app/pen/tramite-lists.ts';
import type { Tramite } from '../../app/pen/types.ts';
import { tramitesWritten } from '../../app/pen/written.ts';
import { tramitesText as text } from '../text/tramites.ts';
import { TramiteCard } from './tramite-card.tsx';
import '../styles/tramites.css';

/** Where a process has been, and what may be done about it; whoever sees this has opened the process. */
export const TramitesPanel = ({ process }: { process: { id: string } }) => {
  const [tramites, setTramites] = useState<Tramite[]>();
  const written = tramitesWritten.value;
  useEffect(() => void noteOpened(process.id), [process.id]);
  useEffect(() => {
    let isWanted = true;
    void tramitesOf(process.id).then((found) => isWanted && setTramites(found));
    return () => {
      isWanted = false;
    };
  }, [process.id, written]);
  if (!tramites || tramites.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="tramites">
      <h2 id="tramites">{text.title}</h2>
      {tramites.map((tramite) => (
        <TramiteCard key={tramite.id} tramite={tramite} />
      ))}
    </section>
  );
};
