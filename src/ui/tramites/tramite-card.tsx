import { historyOf } from '../../app/pen/tramite-story.ts';
import type { Tramite } from '../../app/pen/types.ts';
import { showInstant } from '../../base/civil-date.ts';
import { hrefOf } from '../router.ts';
import { EVENTS, receivedText, tramitesText as text } from '../text/tramites.ts';
import { nameOfUnit } from './name-of-unit.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { TramiteActions } from './tramite-actions.tsx';
import { TramiteLine } from './tramite-line.tsx';
import { TramiteReceipts } from './tramite-receipts.tsx';

/** One trâmite: its line, how it ended, its receipts and its history. */
export const TramiteCard = ({ tramite }: { tramite: Tramite }) => {
  const { direction, remetente, destinatario, idt, situacao, heardAt } = tramite;
  const isSent = direction === 'sent';
  const name = nameOfUnit(isSent ? destinatario : remetente);
  return (
    <article class="tramite stack" aria-label={text.number(idt)} data-situacao={situacao}>
      <header>
        <h3>{isSent ? text.to(name) : text.from(name)}</h3>
        <p class="small soft">
          {text.number(idt)} · {text.heardAt(showInstant(heardAt))}
        </p>
      </header>
      <TramiteLine tramite={tramite} />
      {tramite.recusa && <RefusalNotice tramite={tramite} refusal={tramite.recusa} />}
      {!isSent && situacao < 5 && (
        <a href={hrefOf({ screen: 'processos', id: 'recebidos' })}>{receivedText.answer}</a>
      )}
      <TramiteActions tramite={tramite} />
      {(isSent || situacao >= 5) && <TramiteReceipts tramite={tramite} />}
      <details>
        <summary>{text.history}</summary>
        <ul class="plain-list small">
          {historyOf(tramite).map(({ at, what }) => (
            <li key={`${what} ${at}`}>
              <span class="soft">{showInstant(at)}</span> {EVENTS[direction][what]}
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
};
