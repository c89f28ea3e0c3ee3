import { layoutName } from '../../app/catalogue.ts';
import { type CourtDelivery, deliveryState } from '../../app/deliveries/delivery-list.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { DeliveryChip } from '../parts/delivery-chip.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { hrefOf } from '../router.ts';
import { receiptsText as text } from '../text/recibos.ts';
import { showPeriod } from '../text/units.ts';

const { columns } = text;

interface ReceiptTableProps {
  deliveries: readonly CourtDelivery[];
  marked: readonly CourtDelivery[];
  onMark: (marked: readonly CourtDelivery[]) => void;
  onCheck: (recibo: string) => void;
}

export const ReceiptTable = ({ deliveries, marked, onMark, onCheck }: ReceiptTableProps) => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <TableHead
        columns={[
          { unseen: columns.select },
          ...[columns.what, columns.recibo, columns.state, columns.delivered],
          { unseen: columns.actions },
        ]}
      />
      <tbody>
        {deliveries.map((delivery) => {
          const others = marked.filter(({ courtId }) => courtId !== delivery.courtId);
          const isMarked = others.length < marked.length;
          return (
            <ReceiptRow
              key={delivery.courtId}
              delivery={delivery}
              isMarked={isMarked}
              onMark={() => onMark(isMarked ? others : [...marked, delivery])}
              onCheck={onCheck}
            />
          );
        })}
      </tbody>
    </table>
  </div>
);

interface ReceiptRowProps {
  delivery: CourtDelivery;
  isMarked: boolean;
  onMark: () => void;
  onCheck: (recibo: string) => void;
}

const ReceiptRow = ({ delivery, isMarked, onMark, onCheck }: ReceiptRowProps) => {
  const { contents, recibo, courtId, deliveredAt } = delivery;
  const state = deliveryState(delivery);
  const name = `${layoutName(delivery)}, ${showPeriod(delivery)}, ${courtId}`;
  return (
    <tr data-recibo={recibo}>
      <td>
        <input
          type="checkbox"
          class="check"
          aria-label={text.selectOf(name)}
          checked={isMarked}
          onChange={onMark}
        />
      </td>
      <td>
        <a href={hrefOf({ screen: 'entregas', id: contents.at(-1) ?? '' })}>
          {layoutName(delivery)}
        </a>
        <div class="soft small">{showPeriod(delivery)}</div>
      </td>
      <td class="mono" data-label={columns.recibo}>
        {recibo}
      </td>
      <td>
        <DeliveryChip state={state}>{text.states[state]}</DeliveryChip>
      </td>
      <td data-label={columns.delivered}>{showInstant(deliveredAt)}</td>
      <td>
        <Button look="quiet" aria-label={text.checkOf(name)} onClick={() => onCheck(recibo)}>
          {text.checkShort}
        </Button>
      </td>
    </tr>
  );
};
