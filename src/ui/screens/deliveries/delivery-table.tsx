import { useEffect, useRef } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import { type CourtDelivery, deliveryState } from '../../../app/deliveries/delivery-list.ts';
import {
  selectDeliveries,
  selectedDeliveries,
  unselectDeliveries,
} from '../../../app/deliveries/selection.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { firstRowHeight, useWindow } from '../../grid/use-window.ts';
import { memo } from '../../parts/memo.tsx';
import { hrefOf } from '../../router.ts';
import { deliveryListText as text } from '../../text/entregas-no-tribunal.ts';
import { showPeriod } from '../../text/units.ts';
import { StateChip } from './state-chip.tsx';

/** Rows below those in view that are read before they are scrolled to. */
const AHEAD = 30;

interface DeliveryTableProps {
  rows: readonly CourtDelivery[];
  total: number;
  onNearEnd: () => void;
}

/** The deliveries, of which only the rows in view exist. */
export const DeliveryTable = ({ rows, total, onNearEnd }: DeliveryTableProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, look } = useWindow(scroller, rows.length, firstRowHeight);
  useEffect(() => {
    if (end + AHEAD >= rows.length) onNearEnd();
  }, [end, rows]);
  const isBefore = Math.min(first, rows.length);
  return (
    <section
      class="table-scroll delivery-scroll"
      ref={scroller}
      aria-label={text.table}
      onScroll={look}
    >
      <table class="table table-stacked delivery-table" aria-rowcount={total + 1}>
        <thead>
          <tr>
            <th scope="col" class="delivery-select">
              <span class="visually-hidden">{text.columns.select}</span>
            </th>
            <th scope="col">{text.columns.what}</th>
            <th scope="col" class="delivery-number">
              {text.columns.atCourt}
            </th>
            <th scope="col" class="delivery-state">
              {text.columns.state}
            </th>
          </tr>
        </thead>
        <tbody>
          <Space rows={isBefore} />
          {rows.slice(first, end).map((delivery, n) => (
            <DeliveryRow key={delivery.courtId} delivery={delivery} at={first + n} />
          ))}
          <Space rows={rows.length - Math.max(end, isBefore)} />
        </tbody>
      </table>
    </section>
  );
};

/** A row that holds nothing is not read out. */
const UNREAD = { 'aria-hidden': true } as const;

/** The room of rows that are not in view. */
const Space = ({ rows }: { rows: number }) =>
  rows > 0 ? (
    <tr {...UNREAD} class="delivery-space">
      <td colSpan={4} style={{ height: `calc(${rows} * var(--delivery-row))` }} />
    </tr>
  ) : null;

/** Rows that stay in view while others come are left as they are. */
const DeliveryRow = memo(({ delivery, at }: { delivery: CourtDelivery; at: number }) => {
  const { courtId, recibo, contents, deliveredAt, heardAt, origin } = delivery;
  const isSelected = selectedDeliveries.value.has(courtId);
  const isSent = origin === 'sent';
  const name = `${layoutName(delivery)}, ${showPeriod(delivery)}`;
  return (
    // The head of the table is its first row.
    <tr data-row={courtId} data-state={deliveryState(delivery)} aria-rowindex={at + 2}>
      <td class="delivery-select">
        <label>
          <span class="visually-hidden">{text.selectOne(name, courtId)}</span>
          <input
            type="checkbox"
            checked={isSelected}
            onChange={() =>
              isSelected ? unselectDeliveries([courtId]) : selectDeliveries([delivery])
            }
          />
        </label>
      </td>
      <td>
        <a class="one-line" href={hrefOf({ screen: 'entregas', id: contents.at(-1) ?? '' })}>
          {layoutName(delivery)}
        </a>
        <div class="one-line soft small">
          {showPeriod(delivery)}
          {!isSent && ` · ${text.takenIn}`}
        </div>
      </td>
      <td>
        <div class="one-line">
          {text.number(courtId)}{' '}
          <span class="soft small">
            {(isSent ? text.sentAt : text.takenInAt)(showInstant(deliveredAt))}
          </span>
        </div>
        <div class="one-line mono soft">{recibo}</div>
      </td>
      <td>
        <div class="one-line">
          <StateChip delivery={delivery} />
        </div>
        <div class="one-line soft small">{text.heardAt(showInstant(heardAt))}</div>
      </td>
    </tr>
  );
});
