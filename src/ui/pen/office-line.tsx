import { office, officeBody } from '../../app/pen/office.ts';
import { ambiente } from '../../app/state.ts';
import { showInstant } from '../../base/civil-date.ts';
import { hrefOf } from '../router.ts';
import { sayRoles, officeText as text } from '../text/entrar-no-orgao.ts';
import { OfficeNotices } from './inside-office.tsx';

const ENTER = hrefOf({ screen: 'processos', id: 'entrar' });

/** Above everything about processes: who is in which office, with which roles, until when; or the way in. */
export const OfficeLine = () => {
  if (!ambiente.value?.pen) return null;
  return (
    <div class="stack office-line">
      {office.value ? <Inside /> : <Outside />}
      <OfficeNotices />
    </div>
  );
};

const Inside = () => {
  const session = office.value;
  if (!session) return null;
  return (
    <p class="small" role="status">
      {text.line(officeBody.value?.nome ?? session.orgao, session.nome)}{' '}
      <span class="soft">
        ({sayRoles(session.papeis)}; {text.lineUntil(showInstant(session.ate))})
      </span>{' '}
      <a href={ENTER}>{text.change}</a>
    </p>
  );
};

const Outside = () => (
  <p class="small" role="status">
    {text.enterFirst} <a href={ENTER}>{text.title}</a>
  </p>
);
