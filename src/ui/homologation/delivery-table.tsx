import { useState } from 'preact/hooks';
import type { QueueEntry } from '../../app/queue/types.ts';
import { Button } from '../parts/button.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { homologateText as text } from '../text/homologar.ts';
import { DeliveryRow } from './delivery-row.tsx';

interface DeliveryTableProps {
  entries: readonly QueueEntry[];
  /** Ids. */
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** A thousand rows at once would keep the screen busy. */
const PAGE = 50;

/** The deliveries that wait for the word, to be chosen one by one or all. */
export const DeliveryTable = ({ entries, chosen, onChoose }: DeliveryTableProps) => {
  const [wanted, setWanted] = useState(PAGE);
  const left = entries.length - wanted;
  const choose = (ids: readonly string[], yes: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) yes ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  return (
    <section class="stack" aria-label={text.list}>
      <label>
        <input
          type="checkbox"
          checked={entries.length > 0 && entries.every(({ id }) => chosen.has(id))}
          onChange={({ currentTarget }) =>
            choose(
              entries.map(({ id }) => id),
              currentTarget.checked,
            )
          }
        />{' '}
        {text.chooseAll(entries.length)}
      </label>
      <div class="table-scroll">
        <table class="table table-stacked">
          <TableHead
            columns={[{ unseen: text.homologate(0) }, text.delivery, text.content, text.pdf]}
          />
          <tbody>
            {entries.slice(0, wanted).map((entry) => (
              <DeliveryRow
                key={entry.id}
                entry={entry}
                isChosen={chosen.has(entry.id)}
                onChoose={(yes) => choose([entry.id], yes)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <div class="actions">
          <p>{text.shown(wanted, entries.length)}</p>
          <Button onClick={() => setWanted(wanted + PAGE)}>
            {text.more(Math.min(PAGE, left))}
          </Button>
        </div>
      )}
    </section>
  );
};
