import { hrefOf } from '../../router.ts';
import { processesText as text } from '../../text/process.ts';

/** The lists of processes by their address. */
const SHELVES = {
  '': text.shelves.preparing,
  recebidos: text.shelves.received,
  'em-tramite': text.shelves.going,
  encerrados: text.shelves.ended,
} as const;

export type Shelf = keyof typeof SHELVES;

export const isShelf = (id: string): id is Shelf => id in SHELVES;

/** From one list to another. */
export const Shelves = ({ current }: { current: Shelf }) => (
  <nav class="no-print" aria-label={text.lists}>
    <ul class="shelves">
      {Object.entries(SHELVES).map(([shelf, name]) => (
        <li key={shelf}>
          <a
            href={hrefOf({ screen: 'processos', id: shelf })}
            aria-current={shelf === current ? 'page' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
