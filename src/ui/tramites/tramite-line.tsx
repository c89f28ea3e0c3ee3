import { stationsOf } from '../../app/pen/tramite-story.ts';
import type { Tramite } from '../../app/pen/types.ts';
import { showInstant } from '../../base/civil-date.ts';
import { SITUACOES, tramitesText as text } from '../text/tramites.ts';

/** The way of a trâmite as a drawn line; words say what colours show. */
export const TramiteLine = ({ tramite }: { tramite: Tramite }) => (
  <ol class="steps tramite-line" aria-label={text.line}>
    {stationsOf(tramite).map(({ situacao, state, at }) => (
      <li
        key={situacao}
        class={`step ${state === 'done' ? 'step-done' : ''} ${isTrouble(situacao) ? 'step-uncertain' : ''}`}
        aria-current={state === 'current' ? 'step' : undefined}
      >
        <span>{SITUACOES[tramite.direction][situacao]}</span>
        <span class="visually-hidden">
          {state === 'ahead' ? ` (${text.ahead})` : state === 'done' ? ` (${text.done})` : ''}
        </span>
        {at !== undefined && <div class="small soft">{showInstant(at)}</div>}
      </li>
    ))}
  </ol>
);

const isTrouble = (situacao: Tramite['situacao']): boolean => situacao >= 7;
