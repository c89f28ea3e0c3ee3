import { representacaoInUse, representacoes } from '../../app/session/represented.ts';
import { civilDateOf } from '../../base/civil-date.ts';
import { sayRepresentacao } from '../text/em-nome-de.ts';

/** The name of a representação, with what is known of it here. */
export const nameOf = (codigo: number): string => {
  const told = representacoes.value?.find((each) => each.codigo === codigo);
  return sayRepresentacao({ codigo, ...(told && { told }) });
};

/** The name of the one in use; `undefined` while there is none. */
export const nameInUse = (): string | undefined =>
  representacaoInUse.value === undefined ? undefined : nameOf(representacaoInUse.value);

/** Whether its last day (civil date) is over. */
export const hasEnded = (end: string | undefined): boolean =>
  end !== undefined && end < civilDateOf(Date.now());
