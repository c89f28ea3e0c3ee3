import type { Pointer } from '../base/json-pointer.ts';
import regLicitacao from './side/LIC__REG_LICITACAO.json' with { type: 'json' };
import type { LayoutId } from './types.ts';

/** What we say of a layout's fields; the court's schema itself is kept untouched. */
export interface Side {
  /**
   * Order and groups of an object's members, by the object's own pointer (after `$ref`); members not named
   * follow in the schema's order.
   */
  groups: Record<Pointer, SideGroup[]>;
  /** By the pointer of the member's place in the schema, before `$ref`. */
  fields: Record<Pointer, SideField>;
  /** The field that a rule of reception speaks of: its pointer in the payload, by the rule's number. */
  rules: Record<string, Pointer>;
}

export interface SideGroup {
  title: string;
  /** Names of members. */
  fields: string[];
}

interface SideField {
  label?: string;
  help?: string;
  hint?: string;
  unit?: string;
}

const SIDES: Record<string, Side> = { 'LIC/REG_LICITACAO': regLicitacao };
const NOTHING: Side = { groups: {}, fields: {}, rules: {} };

export const sideOf = ({ spc, slp }: LayoutId): Side => SIDES[`${spc}/${slp}`] ?? NOTHING;
