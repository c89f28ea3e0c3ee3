import type { DossierRecord } from '../../app/dossier/types.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Notice } from '../parts/notice.tsx';
import { STANDINGS, dossierText as text } from '../text/dossie.ts';
import { STATEMENTS, WORTH } from '../text/entregas.ts';
import { showPeriod } from '../text/units.ts';

const WORTH_OF = { producao: 'real', testes: 'test', simulado: 'simulated' } as const;

/** What a dossier says of its delivery, and of what worth that is. */
export const DossierFacts = ({ record }: { record: DossierRecord }) => {
  const { ambiente, court, statement, standing, state } = record;
  const worth = WORTH[WORTH_OF[ambiente.tipo]];
  return (
    <section class="card stack">
      <h2>{text.about}</h2>
      {worth && <Notice tone="warning">{worth}</Notice>}
      {state !== 'done' && <Notice tone="warning">{text.unfinished}</Notice>}
      {statement && (
        <p>
          {STATEMENTS[statement.code]} ({showInstant(statement.asOf)})
        </p>
      )}
      <dl class="facts">
        <dt>{text.environment}</dt>
        <dd>{ambiente.nome}</dd>
        <dt>{text.layout}</dt>
        <dd>
          {record.spc} / {record.slp}
        </dd>
        <dt>{text.period}</dt>
        <dd>{showPeriod(record)}</dd>
        <dt>{text.standing}</dt>
        <dd>{STANDINGS[standing] ?? standing}</dd>
        {court && (
          <>
            <dt>{text.recibo}</dt>
            <dd class="mono">{court.recibo}</dd>
            <dt>{text.courtId}</dt>
            <dd>{court.id}</dd>
            <dt>{text.statusEnvio}</dt>
            <dd>{court.statusEnvio}</dd>
            <dt>{text.deliveredAt}</dt>
            <dd>{showInstant(court.deliveredAt)}</dd>
          </>
        )}
        {court && court.confirmedAt !== null && (
          <>
            <dt>{text.confirmedAt}</dt>
            <dd>{showInstant(court.confirmedAt)}</dd>
          </>
        )}
      </dl>
    </section>
  );
};
