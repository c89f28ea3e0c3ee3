import type { Pointer } from '../base/json-pointer.ts';
import type { Condition, LayoutId } from './types.ts';

/** What we say of a layout's fields; the court's schema itself is kept untouched. */
export interface Side {
  /**
   * Order and groups of an object's members, by the object's own pointer (after `$ref`); members not named
   * follow in the schema's order.
   */
  groups: Record<Pointer, SideGroup[]>;
  /** By the pointer of the member's place in the schema, before `$ref`; `…/items` names one row of an array. */
  fields: Record<Pointer, SideField>;
}

export interface SideGroup {
  /** Absent where all members are one group. */
  title?: string;
  /** Names of members. */
  fields: string[];
}

interface SideField {
  label?: string;
  help?: string;
  /** Only where the schema itself does not require the field. */
  hint?: string;
  /** When the hint applies. */
  when?: Condition;
  unit?: string;
}

type SideFile = () => Promise<{ default: Side }>;

/** The side files, each its own piece of the build, loaded with the first form of its layout. */
export const SIDE_FILES: Readonly<Record<string, SideFile>> = {
  'LIC/REG_LICITACAO': () => import('./side/LIC__REG_LICITACAO.json', { with: { type: 'json' } }),
};

/** The blocks that stand in several layouts. */
export const commonSide: SideFile = () => import('./side/common.json', { with: { type: 'json' } });

/** What we say of a layout's fields: its own side file over what is common to all. */
export const loadSide = async ({ spc, slp }: LayoutId): Promise<Side> => {
  const [{ default: common }, own] = await Promise.all([
    commonSide(),
    SIDE_FILES[`${spc}/${slp}`]?.(),
  ]);
  return {
    groups: { ...common.groups, ...own?.default.groups },
    fields: { ...common.fields, ...own?.default.fields },
  };
};
