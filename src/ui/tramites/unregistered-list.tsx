import { unregisteredSendings } from '../../app/pen/unregistered.ts';
import { SendingState } from '../processes/send/sending-state.tsx';
import { hrefOf } from '../router.ts';
import { goingText as text } from '../text/tramites.ts';

/** What waits on the queue and has no trâmite at the platform yet. */
export const UnregisteredList = () => {
  const sendings = unregisteredSendings.value;
  if (sendings.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="na-fila">
      <h2 id="na-fila">{text.unregistered}</h2>
      <ul class="plain-list">
        {sendings.map(({ entry, errand: { processId, protocolo, destinatario } }) => (
          <li key={entry.id}>
            <a href={hrefOf({ screen: 'processos', id: processId })}>{protocolo}</a>{' '}
            <span class="soft">
              {text.to} {destinatario.nome}
            </span>
            <SendingState sending={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
};
