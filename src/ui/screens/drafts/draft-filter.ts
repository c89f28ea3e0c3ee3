import { signal } from '@preact/signals';
import { type DraftState, stateOfDraft } from '../../../app/drafts/draft-state.ts';
import type { DraftQuery } from '../../../app/drafts/search-drafts.ts';
import { isOfAnother } from '../../../app/session/represented.ts';

/** What the person wants to see of the drafts; the empty text and `undefined` want all. */
export interface DraftFilter {
  text: string;
  spc: string;
  slp: string;
  mes: number | undefined;
  ano: number | undefined;
  state: DraftState | undefined;
}

export const NO_FILTER: DraftFilter = {
  ...{ text: '', spc: '', slp: '' },
  ...{ mes: undefined, ano: undefined, state: undefined },
};

/** Stays while a draft is opened and left again. */
export const draftFilter = signal(NO_FILTER);

export const isFiltered = (filter: DraftFilter): boolean =>
  Object.values(filter).some((value) => value !== '' && value !== undefined);

export const queryOf = ({ text, spc, slp, mes, ano, state }: DraftFilter): DraftQuery => ({
  text,
  wants: (draft) =>
    !isOfAnother(draft) &&
    (spc === '' || draft.spc === spc) &&
    (slp === '' || draft.slp === slp) &&
    (mes ?? draft.mes) === draft.mes &&
    (ano ?? draft.ano) === draft.ano &&
    (state === undefined || stateOfDraft(draft.id) === state),
});
