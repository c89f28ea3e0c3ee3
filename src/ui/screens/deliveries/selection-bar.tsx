import { everyDelivery } from '../../../app/deliveries/delivery-list.ts';
import { lookAtMany, looks } from '../../../app/deliveries/look-at-many.ts';
import {
  selectDeliveries,
  selectedDeliveries,
  unselectDeliveries,
} from '../../../app/deliveries/selection.ts';
import { wanted } from '../../../app/homologation/wanted.ts';
import { Button } from '../../parts/button.tsx';
import { hrefOf } from '../../router.ts';
import { deliveryListText as text } from '../../text/entregas-no-tribunal.ts';
import { deliveryFilter } from './delivery-filter.ts';
import { SaveDossiers } from './save-dossiers.tsx';

/** What can be done with what was selected, or else with all that the list holds. */
export const SelectionBar = ({ total }: { total: number }) => {
  const selected = [...selectedDeliveries.value.values()];
  const isLooking = looks.value?.state === 'running';
  const selectAll = async () =>
    selectDeliveries(await Array.fromAsync(everyDelivery(deliveryFilter.value)));
  const everything = (
    <Button look="quiet" disabled={total === 0} onClick={() => void selectAll()}>
      {text.selectAll(total)}
    </Button>
  );
  if (selected.length === 0) {
    return (
      <>
        {everything}
        <Button
          disabled={isLooking || total === 0}
          onClick={() => void lookAtMany(everyDelivery(deliveryFilter.value), total)}
        >
          {text.lookAtAll}
        </Button>
      </>
    );
  }
  return (
    <section class="selection-bar actions" aria-label={text.bar}>
      <strong role="status">{text.selected(selected.length)}</strong>
      <a
        class="button button-primary"
        href={hrefOf({ screen: 'entregas', id: 'homologar' })}
        onClick={() => {
          wanted.value = selected.map(({ courtId }) => courtId);
        }}
      >
        {text.homologate}
      </a>
      <Button disabled={isLooking} onClick={() => void lookAtMany(selected, selected.length)}>
        {text.look}
      </Button>
      <SaveDossiers deliveries={selected} />
      {selected.length < total && everything}
      <Button
        look="quiet"
        onClick={() => unselectDeliveries(selected.map(({ courtId }) => courtId))}
      >
        {text.unselect}
      </Button>
    </section>
  );
};
