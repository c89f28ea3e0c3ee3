import { useEffect, useState } from 'preact/hooks';
import { tramitePage } from '../../app/pen/tramite-lists.ts';
import type { PenPlace, Tramite } from '../../app/pen/types.ts';
import { tramitesWritten } from '../../app/pen/written.ts';
import { bodyInUse } from '../../app/processes/body.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Empty } from '../parts/empty.tsx';
import { hrefOf } from '../router.ts';
import { SITUACOES, goingText as text } from '../text/tramites.ts';
import { nameOfUnit } from './name-of-unit.ts';
import { COLUMNS, directionOf, inOrder, otherUnit, type TramiteOrder } from './tramite-order.ts';
import { UnregisteredList } from './unregistered-list.tsx';
import { usePages } from './use-pages.ts';
import '../styles/tramites.css';

/** To the processes that are sent together. */
const BlocksLink = () => (
  <a class="button button-secondary" href={hrefOf({ screen: 'processos', id: 'blocos' })}>
    {text.blocks}
  </a>
);

const READ = {
  going: (after?: PenPlace) => tramitePage('sent/going', after),
  ended: (after?: PenPlace) => tramitePage('all/ended', after),
};

/** What is on its way to other bodies, or what has come to its end; to be put in order and printed. */
export const TramiteList = ({ phase }: { phase: keyof typeof READ }) => {
  const { found, hasMore, more } = usePages(READ[phase], [tramitesWritten.value]);
  const [order, setOrder] = useState<TramiteOrder>({ column: 'date', isTurned: false });
  if (!found) return null;
  if (found.length === 0) {
    return phase === 'going' ? (
      <div class="stack">
        <div class="actions">
          <BlocksLink />
        </div>
        <UnregisteredList />
        <Empty title={text.none} help={text.noneHelp} />
      </div>
    ) : (
      <Empty title={text.noneEnded} help={text.noneEndedHelp} />
    );
  }
  return (
    <div class="stack">
      <PrintHead phase={phase} />
      <div class="actions list-line no-print">
        <OrderChoice order={order} onChange={setOrder} />
        <BlocksLink />
        <Button onClick={() => print()}>{text.print}</Button>
      </div>
      {phase === 'going' && <UnregisteredList />}
      {hasMore && <p class="small">{text.onlyShown}</p>}
      <div class="table-scroll">
        <table class="table table-stacked">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={column === order.column ? directionOf(order) : undefined}
                >
                  {text.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(found, order).map((tramite) => (
              <TramiteRow key={tramite.id} tramite={tramite} />
            ))}
          </tbody>
        </table>
      </div>
      {hasMore && <Button onClick={more}>{text.more}</Button>}
    </div>
  );
};

/** What a list on paper must say of itself: whose it is, and of when. */
const PrintHead = ({ phase }: { phase: keyof typeof READ }) => {
  const [at, setAt] = useState(Date.now());
  useEffect(() => {
    const note = () => setAt(Date.now());
    addEventListener('beforeprint', note);
    return () => removeEventListener('beforeprint', note);
  }, []);
  return (
    <div class="print-only">
      <h2>{text.printTitle[phase]}</h2>
      <p>{text.printed(bodyInUse.value?.nome ?? '', showInstant(at))}</p>
    </div>
  );
};

interface OrderChoiceProps {
  order: TramiteOrder;
  onChange: (order: TramiteOrder) => void;
}

const OrderChoice = ({ order, onChange }: OrderChoiceProps) => (
  <>
    <Choice
      id="campo-ordem"
      label={text.sortBy}
      value={order.column}
      onChange={(value) =>
        onChange({ column: COLUMNS.find((each) => each === value) ?? 'date', isTurned: false })
      }
    >
      {COLUMNS.map((column) => (
        <option key={column} value={column}>
          {text.columns[column]}
        </option>
      ))}
    </Choice>
    <Button
      aria-pressed={order.isTurned}
      onClick={() => onChange({ ...order, isTurned: !order.isTurned })}
    >
      {text.turn}
    </Button>
  </>
);

const TramiteRow = ({ tramite }: { tramite: Tramite }) => {
  const { processId, protocolo, direction, situacao, createdAt, usuario } = tramite;
  return (
    <tr data-situacao={situacao}>
      <td>
        {processId === undefined || (direction === 'received' && situacao > 6) ? (
          protocolo
        ) : (
          <a href={hrefOf({ screen: 'processos', id: processId })}>{protocolo}</a>
        )}
      </td>
      <td data-label={text.columns.person}>{usuario ?? text.nobody}</td>
      <td data-label={text.columns.date}>{showInstant(createdAt)}</td>
      <td data-label={text.columns.where}>
        {direction === 'sent' ? text.to : text.from} {nameOfUnit(otherUnit(tramite))}
      </td>
      <td>
        <span class={`chip ${situacao >= 7 ? 'chip-warning' : ''}`}>
          {SITUACOES[direction][situacao]}
        </span>
      </td>
    </tr>
  );
};
