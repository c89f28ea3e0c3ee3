import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import {
  type Consultation,
  normsTold,
  plainRowsTold,
  representacoesTold,
  type Service,
  type Told,
} from '../../app/public/consult.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Notice } from '../parts/notice.tsx';
import { TextField } from '../parts/text-field.tsx';
import { CONSULT_FAULTS, consultText as text } from '../text/consulta.ts';
import { NormList } from './norm-list.tsx';
import { PlainRows } from './plain-rows.tsx';
import { RepresentacaoTable } from './representacao-table.tsx';

interface ResultsProps {
  consultation: Consultation;
  /** Of the municipality. */
  name: string;
}

/** What each service told of a municipality, when, and what it does not tell. */
export const Results = ({ consultation, name }: ResultsProps) => {
  const [wanted, setWanted] = useState('');
  const parts = { consultation, wanted };
  return (
    <>
      <h2>{text.ofMunicipality(name)}</h2>
      <TextField
        id="consulta-procura"
        label={text.search}
        help={text.searchHelp}
        value={wanted}
        onInput={setWanted}
      />
      <Part {...parts} service="representacoes">
        {(told) => <RepresentacaoTable all={representacoesTold(told)} wanted={wanted} />}
      </Part>
      <Part {...parts} service="legislacoes">
        {(told) => <NormList all={normsTold(told)} wanted={wanted} />}
      </Part>
      <Part {...parts} service="unidades">
        {(told) => <PlainRows all={plainRowsTold(told)} wanted={wanted} />}
      </Part>
      <Part {...parts} service="adimplencia">
        {(told) => <PlainRows all={plainRowsTold(told)} wanted={wanted} />}
      </Part>
    </>
  );
};

interface PartProps {
  consultation: Consultation;
  service: Service;
  children: (told: Told) => ComponentChildren;
}

const Part = ({ consultation, service, children }: PartProps) => {
  const told = consultation.told[service];
  const fault = consultation.faults[service];
  return (
    <section class="card stack" aria-labelledby={`consulta-${service}`}>
      <h3 id={`consulta-${service}`}>{text.names[service]}</h3>
      {fault && <Notice tone="warning">{CONSULT_FAULTS[fault]}</Notice>}
      {told ? (
        <>
          <p class="soft small">{text.toldAt(showInstant(told.at))}</p>
          {children(told)}
        </>
      ) : (
        !fault && <p class="soft">{text.never}</p>
      )}
    </section>
  );
};
