import type { ArrivalDetail } from '../../app/pen/arrival-detail.ts';
import type { Tramite } from '../../app/pen/types.ts';
import type { Component } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
import { ReceivedSignatures } from '../processes/document/received-signatures.tsx';
import { answerText as text } from '../text/tramites.ts';
import { nameOfUnit } from './name-of-unit.ts';

interface ArrivalFactsProps {
  tramite: Tramite | undefined;
  /** Absent until it is read. */
  detail: ArrivalDetail | undefined;
  /** A file is to be looked at. */
  onSee: (component: Component) => void;
}

/** What came, from whom, each file to be looked at before it is answered. */
export const ArrivalFacts = ({ tramite, detail, onSee }: ArrivalFactsProps) => (
  <>
    <dl class="facts">
      <dt>{text.process}</dt>
      <dd>{tramite?.protocolo}</dd>
      <dt>{text.from}</dt>
      <dd>{tramite && nameOfUnit(tramite.remetente)}</dd>
      <dt>{text.description}</dt>
      <dd>{detail?.descricao}</dd>
      <dt>{text.documents}</dt>
      <dd>
        <ol class="plain-list small">
          {detail?.documents.map(({ ordem, nome, components, wire }) => (
            <li key={ordem}>
              {ordem}. {nome}
              {components.map((component) => (
                <div key={component.ordem}>
                  <div class="actions">
                    <span class="soft path">{component.nome}</span>
                    <Button
                      look="quiet"
                      aria-label={text.seeFile(component.nome, ordem)}
                      onClick={() => onSee(component)}
                    >
                      {text.see}
                    </Button>
                  </div>
                  <ReceivedSignatures component={component} wire={wire} />
                </div>
              ))}
            </li>
          ))}
        </ol>
      </dd>
    </dl>
    {detail?.isReturn && <p>{text.returned}</p>}
  </>
);
