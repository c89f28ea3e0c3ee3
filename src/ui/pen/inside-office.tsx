import { leaveOffice, mayRead } from '../../app/pen/enter-office.ts';
import { officeBody, penClockSkew, reader } from '../../app/pen/office.ts';
import { showInstant } from '../../base/civil-date.ts';
import type { PenSession } from '../../base/environment.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { hrefOf } from '../router.ts';
import { READERS, sayRoles, officeText as text } from '../text/entrar-no-orgao.ts';
import { showDuration } from '../text/units.ts';

/** Who is in the office, what she may do, and until when. */
export const InsideOffice = ({ session }: { session: PenSession }) => {
  const body = officeBody.value;
  return (
    <section class="card stack" aria-label={text.insideTitle}>
      <dl class="facts">
        <dt>{text.person}</dt>
        <dd>{session.nome}</dd>
        <dt>{text.body}</dt>
        <dd>{body?.nome}</dd>
        <dt>{text.unit}</dt>
        <dd>
          {body && text.unitOf(body.unidade.nome, body.unidade.repositorio, body.unidade.numero)}
        </dd>
        <dt>{text.roles}</dt>
        <dd>{sayRoles(session.papeis)}</dd>
        <dt>{text.until}</dt>
        <dd>{showInstant(session.ate)}</dd>
        <dt>{text.reading}</dt>
        <dd>{READERS[reader.value.kind]}</dd>
      </dl>
      <OfficeNotices />
      <p class="soft">{text.memory}</p>
      <div class="actions">
        <a class="button button-primary" href={hrefOf({ screen: 'processos' })}>
          {text.toProcesses}
        </a>
        {reader.value.kind === 'elsewhere' && (
          <Button onClick={() => void mayRead()}>{text.readHere}</Button>
        )}
        <Button onClick={() => void leaveOffice()}>{text.leave}</Button>
      </div>
    </section>
  );
};

/** A clock that is off by less is not worth a word (ms). */
const TOLD_FROM_MS = 2 * 60_000;

/** What of the office a person should know before she goes on: who reads instead, a clock that is off. */
export const OfficeNotices = () => {
  const skew = penClockSkew.value ?? 0;
  return (
    <>
      {reader.value.kind === 'elsewhere' && (
        <Notice tone="warning">{text.elsewhere(reader.value.nome)}</Notice>
      )}
      {Math.abs(skew) >= TOLD_FROM_MS && (
        <Notice tone="warning">{text.skew(showDuration(Math.abs(skew)), skew < 0)}</Notice>
      )}
    </>
  );
};
