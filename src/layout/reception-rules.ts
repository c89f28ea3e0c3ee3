import type { Pointer } from '../base/json-pointer.ts';
import type { LayoutId } from './types.ts';

/** The fields that rules of reception speak of, by layout and the rule's number. */
const FIELDS: Record<string, Record<number, Pointer>> = {
  'LIC/REG_LICITACAO': { 6: '/detalhamentoLc123/percentualSubContratacaoMEEPP' },
};

/** The field that a rule of reception speaks of: its pointer in the payload, where that is known. */
export const fieldOfRule = ({ spc, slp }: LayoutId, rule: number): Pointer | undefined =>
  FIELDS[`${spc}/${slp}`]?.[rule];
