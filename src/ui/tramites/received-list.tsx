import { useState } from 'preact/hooks';
import { type LastLook, lastLook, lookForPending } from '../../app/pen/inbox.ts';
import { office, reader } from '../../app/pen/office.ts';
import { type ReceivedProcess, receivedPage } from '../../app/pen/tramite-lists.ts';
import { processesWritten } from '../../app/pen/written.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Notice } from '../parts/notice.tsx';
import { hrefOf } from '../router.ts';
import { PLATFORM_FAULTS } from '../text/pen-faults.ts';
import { goingText, receivedText as text } from '../text/tramites.ts';
import { ArrivalList, useArrivals } from './arrival-list.tsx';
import { nameOfUnit } from './name-of-unit.ts';
import { usePages } from './use-pages.ts';
import '../styles/tramites.css';

/** What other bodies sent: above what waits for an answer, below what was taken in, unread first to the eye. */
export const ReceivedList = () => {
  const { found, hasMore, more } = usePages(receivedPage, [processesWritten.value]);
  const arrivals = useArrivals();
  return (
    <div class="stack">
      <LookLine />
      <ArrivalList arrivals={arrivals} />
      {found?.length === 0 && arrivals.length === 0 && (
        <Empty title={text.none} help={text.noneHelp} />
      )}
      {found && found.length > 0 && <ReceivedTable received={found} />}
      {hasMore && <Button onClick={more}>{goingText.more}</Button>}
    </div>
  );
};

/** When the platform was asked last, and the way to ask now; who else reads is told above. */
const LookLine = () => {
  const [isLooking, setLooking] = useState(false);
  const look = lastLook.value;
  const isToldAbove = reader.value.kind === 'elsewhere';
  const ask = async () => {
    setLooking(true);
    await lookForPending();
    setLooking(false);
  };
  return (
    <div class="stack">
      <div class="actions list-line">
        <span role="status" class="soft">
          {sayLook(look)}
        </span>
        {office.value && (
          <Button disabled={isLooking} onClick={() => void ask()}>
            {isLooking ? text.looking : text.look}
          </Button>
        )}
      </div>
      {look.kind === 'failed' && !isToldAbove && (
        <Notice tone="warning">{PLATFORM_FAULTS[look.fault]}</Notice>
      )}
    </div>
  );
};

const sayLook = (look: LastLook): string => {
  if (look.kind === 'none') return text.notLooked;
  const when = showInstant(look.at);
  return look.kind === 'looked' ? text.lookedAt(when) : text.failedAt(when);
};

const ReceivedTable = ({ received }: { received: readonly ReceivedProcess[] }) => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <thead>
        <tr>
          {Object.values(text.columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {received.map((one) => (
          <ReceivedRow key={one.process.id} {...one} />
        ))}
      </tbody>
    </table>
  </div>
);

const ReceivedRow = ({ process, tramite }: ReceivedProcess) => {
  const { id, protocolo, descricao, openedAt } = process;
  const isUnread = openedAt === undefined;
  return (
    <tr class={isUnread ? 'unread' : ''} data-unread={isUnread}>
      <td>
        <a href={hrefOf({ screen: 'processos', id })}>{protocolo}</a>
        <div class="soft small">{descricao}</div>
      </td>
      <td data-label={text.columns.from}>{tramite && nameOfUnit(tramite.remetente)}</td>
      <td data-label={text.columns.came}>{tramite && showInstant(tramite.createdAt)}</td>
      <td>
        {isUnread ? (
          <span class="chip chip-danger">{text.unread}</span>
        ) : (
          <span class="soft">{text.read}</span>
        )}
      </td>
    </tr>
  );
};
