import { representacaoInUse } from '../session/represented.ts';
import { ambiente } from '../state.ts';

export { isPlaceholder } from '../../base/placeholder.ts';

/** In what environment, and in whose name, a payload is prepared. */
export interface LinkPlace {
  ambiente: string;
  /** Absent where it is not known yet. */
  representacao?: number | undefined;
}

/** Where the person works now. */
export const linkPlace = (): LinkPlace => ({
  ambiente: ambiente.value?.id ?? '',
  representacao: representacaoInUse.value,
});

/** Whether something is known to be of another representação: the court shows it to its own. */
export const isOfAnother = (
  { representacao: one }: { representacao?: number },
  { representacao: other }: LinkPlace,
): boolean => one !== undefined && other !== undefined && one !== other;
