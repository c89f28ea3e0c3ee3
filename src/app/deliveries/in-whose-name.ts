import { err, ok, type Result } from '../../base/result.ts';
import { representacaoInUse } from '../session/represented.ts';
import { askInWhoseName } from '../session/session.ts';

/** The representação in use; where none is known yet, Passaporte is asked. `no-representacao`: the person has to choose one. */
export const inWhoseName = async (): Promise<
  Result<number, 'no-token' | 'no-network' | 'no-representacao'>
> => {
  if (representacaoInUse.value === undefined) {
    const asked = await askInWhoseName();
    if (!asked.ok) return err(asked.error === 'no-answer' ? 'no-network' : 'no-token');
  }
  const { value } = representacaoInUse;
  return value === undefined ? err('no-representacao') : ok(value);
};
