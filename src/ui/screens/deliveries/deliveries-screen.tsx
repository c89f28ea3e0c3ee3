import { layoutName } from '../../../app/catalogue.ts';
import { deliveries } from '../../../app/state.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Empty } from '../../parts/empty.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { hrefOf } from '../../router.ts';
import { dossierText } from '../../text/dossie.ts';
import { deliveriesText as text } from '../../text/entregas.ts';
import { receiptsText } from '../../text/recibos.ts';
import { showPeriod } from '../../text/units.ts';

/** Everything delivered from here, made for scanning. */
export const DeliveriesScreen = () => (
  <>
    <ScreenHead title={text.title} lead={text.lead}>
      <div class="actions">
        <a class="button button-secondary" href={hrefOf({ screen: 'entregas', id: 'recibos' })}>
          {receiptsText.title}
        </a>
        <a class="button button-secondary" href={hrefOf({ screen: 'entregas', id: 'conferir' })}>
          {dossierText.check}
        </a>
      </div>
    </ScreenHead>
    {deliveries.value.length === 0 ? (
      <Empty title={text.none} help={text.noneHelp} />
    ) : (
      <DeliveryTable />
    )}
  </>
);

const DeliveryTable = () => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <thead>
        <tr>
          <th scope="col">{text.period}</th>
          <th scope="col">{text.layout}</th>
          <th scope="col">{text.courtId}</th>
          <th scope="col">{text.deliveredAt}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.value.map((delivery) => (
          <tr key={delivery.id}>
            <td>{showPeriod(delivery)}</td>
            <td>
              <a href={hrefOf({ screen: 'entregas', id: delivery.id })}>{layoutName(delivery)}</a>
            </td>
            <td data-label={text.courtId}>{delivery.courtId}</td>
            <td data-label={text.deliveredAt}>{showInstant(delivery.deliveredAt)}</td>
            <td>
              {delivery.confirmedAt === undefined ? (
                <span class="chip chip-warning">{text.states.other}</span>
              ) : (
                <span class="chip chip-success">{text.states.homologado}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
