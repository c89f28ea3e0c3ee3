import { useEffect, useState } from 'preact/hooks';
import { type ArrivalDetail, arrivalDetail } from '../../app/pen/arrival-detail.ts';
import type { Tramite } from '../../app/pen/types.ts';
import type { Component } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
import { answerText as text } from '../text/tramites.ts';
import { nameOfUnit } from './name-of-unit.ts';

interface ArrivalFactsProps {
  entryId: string;
  tramite: Tramite | undefined;
  /** A file is to be looked at. */
  onSee: (component: Component) => void;
}

/** What came, from whom, each file to be looked at before it is answered. */
export const ArrivalFacts = ({ entryId, tramite, onSee }: ArrivalFactsProps) => {
  const detail = useDetail(entryId);
  return (
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
            {detail?.documents.map(({ ordem, nome, components }) => (
              <li key={ordem}>
                {ordem}. {nome}
                {components.map((component) => (
                  <div key={component.ordem} class="actions">
                    <span class="soft path">{component.nome}</span>
                    <Button
                      look="quiet"
                      aria-label={text.seeFile(component.nome, ordem)}
                      onClick={() => onSee(component)}
                    >
                      {text.see}
                    </Button>
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
};

const useDetail = (entryId: string): ArrivalDetail | undefined => {
  const [detail, setDetail] = useState<ArrivalDetail>();
  useEffect(() => {
    let isWanted = true;
    void arrivalDetail(entryId).then((found) => isWanted && setDetail(found));
    return () => {
      isWanted = false;
    };
  }, [entryId]);
  return detail;
};
