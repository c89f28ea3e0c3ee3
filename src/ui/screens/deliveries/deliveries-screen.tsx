import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { hrefOf } from '../../router.ts';
import { dossierText } from '../../text/dossie.ts';
import { deliveriesText as text } from '../../text/entregas.ts';
import { deliveryListText, takeInText } from '../../text/entregas-no-tribunal.ts';
import { receiptsText } from '../../text/recibos.ts';
import { deliveryFilter, isFiltered } from './delivery-filter.ts';
import { DeliveryTable } from './delivery-table.tsx';
import { FilterFields } from './filter-fields.tsx';
import { LooksProgress } from './looks-progress.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TakeInSheet } from './take-in-sheet.tsx';
import { useDeliveries } from './use-deliveries.ts';
import '../../styles/deliveries.css';

/** Everything delivered, by whomever it was, made for scanning. */
export const DeliveriesScreen = () => {
  const [isTakingIn, setTakingIn] = useState(false);
  return (
    <>
      <ScreenHead title={text.title} lead={text.lead}>
        <div class="actions">
          <a class="button button-secondary" href={hrefOf({ screen: 'entregas', id: 'recibos' })}>
            {receiptsText.title}
          </a>
          <a class="button button-secondary" href={hrefOf({ screen: 'entregas', id: 'conferir' })}>
            {dossierText.check}
          </a>
          <Button onClick={() => setTakingIn(true)}>{takeInText.open}</Button>
        </div>
      </ScreenHead>
      <DeliveryList />
      {isTakingIn && <TakeInSheet onClose={() => setTakingIn(false)} />}
    </>
  );
};

const DeliveryList = () => {
  const { rows, total, state, filter, more } = useDeliveries(deliveryFilter.value);
  if (state === 'reading') return null;
  if (rows.length === 0 && !isFiltered()) {
    return <Empty title={text.none} help={text.noneHelp} />;
  }
  return (
    <div class="stack">
      <FilterFields />
      <div class="actions list-line">
        <span role="status" class="soft">
          {deliveryListText.listed(total)}
        </span>
        <SelectionBar total={total} />
      </div>
      <LooksProgress />
      {rows.length > 0 ? (
        // Another filter begins at its top.
        <DeliveryTable
          key={JSON.stringify(filter)}
          rows={rows}
          total={total}
          onNearEnd={() => void more()}
        />
      ) : (
        <Empty title={deliveryListText.nothing} help={deliveryListText.nothingHelp} />
      )}
    </div>
  );
};
