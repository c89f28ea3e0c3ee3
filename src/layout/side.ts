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
  /**
   * What a person knows a delivery by, part by part; a part is the members of the payload whose values stand joined by `/`
   * (`12/2024`). The id of an earlier delivery stands for what that one is known by.
   */
  summary?: Pointer[][];
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
  /** `SPC/SLP` of the layouts of which the field holds the id of an earlier delivery; partly inferred: any number is taken. */
  refersTo?: string[];
  /** Whether that delivery has to be homologated. */
  homologatedOnly?: boolean;
}

type SideFile = () => Promise<{ default: Side }>;

/** The side files, each its own piece of the build, loaded with the first form of its layout. */
export const SIDE_FILES: Readonly<Record<string, SideFile>> = {
  'LIC/REG_LICITACAO': () => import('./side/LIC__REG_LICITACAO.json', { with: { type: 'json' } }),
  'LIC/LICITACAOFASE1': () => import('./side/LIC__LICITACAOFASE1.json', { with: { type: 'json' } }),
  'LIC/LICITACAOFASE2': () => import('./side/LIC__LICITACAOFASE2.json', { with: { type: 'json' } }),
  'LIC/DISPENSA_INEXIG': () =>
    import('./side/LIC__DISPENSA_INEXIG.json', { with: { type: 'json' } }),
  'LIC/ADESAO_REG_PREC': () =>
    import('./side/LIC__ADESAO_REG_PREC.json', { with: { type: 'json' } }),
  'LIC/CONTRATO_INI': () => import('./side/LIC__CONTRATO_INI.json', { with: { type: 'json' } }),
  'LIC/CONTRATO_ADT': () => import('./side/LIC__CONTRATO_ADT.json', { with: { type: 'json' } }),
  'LIC/CONTRATO_RESC': () => import('./side/LIC__CONTRATO_RESC.json', { with: { type: 'json' } }),
  'LIC/SITUACAO_PROCED': () =>
    import('./side/LIC__SITUACAO_PROCED.json', { with: { type: 'json' } }),
  'LIC/RETIFICAHOMOLOG': () =>
    import('./side/LIC__RETIFICAHOMOLOG.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_LEGISLACAO': () =>
    import('./side/ATOSDEPESSOAL__PES_LEGISLACAO.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_CARGOS': () =>
    import('./side/ATOSDEPESSOAL__PES_CARGOS.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_CADASTRO': () =>
    import('./side/ATOSDEPESSOAL__PES_CADASTRO.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_DADOS_PREV': () =>
    import('./side/ATOSDEPESSOAL__PES_DADOS_PREV.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_CON_PSP': () =>
    import('./side/ATOSDEPESSOAL__PES_CON_PSP.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_PROCSELSIMP': () =>
    import('./side/ATOSDEPESSOAL__PES_PROCSELSIMP.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_HOMOLOG': () =>
    import('./side/ATOSDEPESSOAL__PES_HOMOLOG.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_ADMISSAO': () =>
    import('./side/ATOSDEPESSOAL__PES_ADMISSAO.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_VF_LOTACAO': () =>
    import('./side/ATOSDEPESSOAL__PES_VF_LOTACAO.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_VF_DISP': () =>
    import('./side/ATOSDEPESSOAL__PES_VF_DISP.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_VF_LICENCA': () =>
    import('./side/ATOSDEPESSOAL__PES_VF_LICENCA.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_VF_DESL_INT': () =>
    import('./side/ATOSDEPESSOAL__PES_VF_DESL_INT.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_PENSIONIST': () =>
    import('./side/ATOSDEPESSOAL__PES_PENSIONIST.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_VERBAS': () =>
    import('./side/ATOSDEPESSOAL__PES_VERBAS.json', { with: { type: 'json' } }),
  'ATOSDEPESSOAL/PES_CONCESSAO': () =>
    import('./side/ATOSDEPESSOAL__PES_CONCESSAO.json', { with: { type: 'json' } }),
  'FOLHAPAGAMENTO/PES_FOLHAPAG': () =>
    import('./side/FOLHAPAGAMENTO__PES_FOLHAPAG.json', { with: { type: 'json' } }),
  'FOLHAPAGAMENTO/PES_FP_EXC_ORCM': () =>
    import('./side/FOLHAPAGAMENTO__PES_FP_EXC_ORCM.json', { with: { type: 'json' } }),
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
    summary: own?.default.summary ?? [],
  };
};
