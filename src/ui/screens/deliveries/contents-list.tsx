import type { OneDelivery } from '../../../app/deliveries/one-delivery.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { hrefOf } from '../../router.ts';
import { contentsText as text } from '../../text/entregas-no-tribunal.ts';

/** What a delivery held over time, each a receipt of its own. */
export const ContentsList = ({ delivery, contents }: OneDelivery) => {
  if (contents.length < 2) return null;
  return (
    <section class="card no-print" aria-labelledby="conteudos">
      <h2 id="conteudos">{text.title}</h2>
      <p class="soft">{text.lead}</p>
      <ol class="thread">
        {contents.map(({ id, origin, deliveredAt }) => {
          const name = (origin ? text.takenIn : text.sent)(showInstant(deliveredAt));
          return (
            <li key={id}>
              {id === delivery.id ? (
                <strong aria-current="true">
                  {name} ({text.this})
                </strong>
              ) : (
                <a href={hrefOf({ screen: 'entregas', id })}>{name}</a>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
