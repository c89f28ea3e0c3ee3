import { useEffect, useState } from 'preact/hooks';
import { penQueue } from '../../app/pen/queue-records.ts';
import { receivingEntries } from '../../app/pen/tramite-lists.ts';
import { receivedText as text } from '../text/tramites.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { ArrivalRow } from './arrival-row.tsx';

export type Arrival = Awaited<ReturnType<typeof receivingEntries>>[number];

/** What is coming, or came and waits for the person's answer. */
export const useArrivals = (): Arrival[] => {
  const [arrivals, setArrivals] = useState<Arrival[]>([]);
  const written = penQueue.value;
  useEffect(() => {
    let isWanted = true;
    void receivingEntries().then((found) => isWanted && setArrivals(found));
    return () => {
      isWanted = false;
    };
  }, [written]);
  return arrivals;
};

/** Each of them, and the sheet with the answer to one. */
export const ArrivalList = ({ arrivals }: { arrivals: readonly Arrival[] }) => {
  const [answering, setAnswering] = useState<string>();
  if (arrivals.length === 0) return null;
  const open = arrivals.find(({ entry }) => entry.id === answering);
  return (
    <section class="card stack arrivals" aria-labelledby="arrivals">
      <h2 id="arrivals">{text.waiting}</h2>
      <p class="small">{text.waitingHelp}</p>
      <ul class="plain-list">
        {arrivals.map((arrival) => (
          <ArrivalRow
            key={arrival.entry.id}
            arrival={arrival}
            onAnswer={() => setAnswering(arrival.entry.id)}
          />
        ))}
      </ul>
      {open && <AnswerSheet arrival={open} onClose={() => setAnswering(undefined)} />}
    </section>
  );
};
