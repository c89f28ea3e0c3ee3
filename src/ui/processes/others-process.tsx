import { office } from '../../app/pen/office.ts';
import { bodies, chooseBody } from '../../app/processes/body.ts';
import type { Owner } from '../../app/processes/find-process.ts';
import { ambiente } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { hrefOf } from '../router.ts';
import { othersProcessText as text } from '../text/process.ts';

/** Whose a process is that belongs to none of those in use, and the way there. */
export const OthersProcess = ({ owner }: { owner: Owner }) => {
  const body = bodies.value.find(({ id }) => id === owner.orgao);
  if (owner.ambiente !== ambiente.value?.id || !body) {
    return (
      <Notice tone="info">
        {text.otherAmbiente} <a href={hrefOf({ screen: 'ajustes' })}>{text.settings}</a>
      </Notice>
    );
  }
  return (
    <Notice tone="info">
      {text.otherBody(body.nome)}{' '}
      {office.value ? (
        <a href={hrefOf({ screen: 'processos', id: 'entrar' })}>{text.enter}</a>
      ) : (
        <Button onClick={() => void chooseBody(body.id)}>{text.choose}</Button>
      )}
    </Notice>
  );
};
