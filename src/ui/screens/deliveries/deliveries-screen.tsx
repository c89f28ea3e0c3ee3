import { layoutName } from '../../../app/catalogue.ts';
import { deliveries } from '../../../app/state.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { hrefOf } from '../../router.ts';
import { deliveriesText as text } from '../../text/entregas.ts';
import { showPeriod } from '../../text/units.ts';

/** Everything delivered from here, made for scanning. */
export const DeliveriesScreen = () => (
  <>
    <header class="screen-head">
      <div>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
      </div>
    </header>
    {deliveries.value.length === 0 ? (
      <div class="empty">
        <p>
          <strong>{text.none}</strong>
        </p>
        <p>{text.noneHelp}</p>
      </div>
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
            <td>{delivery.courtId}</td>
            <td>{showInstant(delivery.deliveredAt)}</td>
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
