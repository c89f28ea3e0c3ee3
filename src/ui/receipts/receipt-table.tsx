import { layoutName } from '../../app/catalogue.ts';
import { type CourtDelivery, deliveryState } from '../../app/deliveries/delivery-list.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { hrefOf } from '../router.ts';
import { receiptsText as text } from '../text/recibos.ts';
import { showPeriod } from '../text/units.ts';

interface ReceiptTableProps {
  deliveries: readonly CourtDelivery[];
  marked: readonly CourtDelivery[];
  onMark: (marked: readonly CourtDelivery[]) => void;
  onCheck: (recibo: string) => void;
}

export const ReceiptTable = ({ deliveries, marked, onMark, onCheck }: ReceiptTableProps) => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{text.columns.select}</span>
          </th>
          <th scope="col">{text.columns.what}</th>
          <th scope="col">{text.columns.recibo}</th>
          <th scope="col">{text.columns.state}</th>
          <th scope="col">{text.columns.delivered}</th>
          <th scope="col">
            <span class="visually-hidden">{text.columns.actions}</span>
          </th>
        </tr>
      </thead>
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
      <td class="mono" data-label={text.columns.recibo}>
        {recibo}
      </td>
      <td>
        <span class={`chip ${CHIPS[state]}`}>{text.states[state]}</span>
      </td>
      <td data-label={text.columns.delivered}>{showInstant(deliveredAt)}</td>
      <td>
        <Button look="quiet" aria-label={text.checkOf(name)} onClick={() => onCheck(recibo)}>
          {text.checkShort}
        </Button>
      </td>
    </tr>
  );
};

const CHIPS = {
  homologated: 'chip-success',
  pending: 'chip-warning',
  differs: 'chip-danger',
  gone: '',
} as const;
