import type { LayoutId } from './types.ts';

/** A layout one can deliver, with its name in our own words. */
interface CatalogueEntry extends LayoutId {
  name: string;
}

/** A prestação de contas and its layouts, in the order in which they are usually needed. */
export interface Accounts {
  spc: string;
  name: string;
  layouts: CatalogueEntry[];
}

const accounts = (spc: string, name: string, layouts: Record<string, string>): Accounts => ({
  spc,
  name,
  layouts: Object.entries(layouts).map(([slp, layoutName]) => ({ spc, slp, name: layoutName })),
});

/** The layouts of which a sample comes with the app. */
export const CATALOGUE: readonly Accounts[] = [
  accounts('LIC', 'Licitações e contratos', {
    REG_LICITACAO: 'Regulamentação de licitações',
    LICITACAOFASE1: 'Licitação, fase 1: abertura',
    LICITACAOFASE2: 'Licitação, fase 2: julgamento e homologação',
    DISPENSA_INEXIG: 'Dispensa ou inexigibilidade',
    ADESAO_REG_PREC: 'Adesão a registro de preços',
    CONTRATO_INI: 'Contrato inicial',
    CONTRATO_ADT: 'Aditivo de contrato',
    CONTRATO_RESC: 'Rescisão de contrato',
    SITUACAO_PROCED: 'Situação de procedimento ou contrato',
    RETIFICAHOMOLOG: 'Pedido de retificação de entrega homologada',
  }),
  accounts('ATOSDEPESSOAL', 'Atos de pessoal', {
    PES_LEGISLACAO: 'Legislação de pessoal',
    PES_CARGOS: 'Cargos',
    PES_CADASTRO: 'Cadastro de pessoas',
    PES_DADOS_PREV: 'Dados previdenciários',
    PES_CON_PSP: 'Edital de concurso ou processo seletivo público',
    PES_PROCSELSIMP: 'Edital de processo seletivo simplificado',
    PES_HOMOLOG: 'Homologação de concurso ou seleção',
    PES_ADMISSAO: 'Admissão',
    PES_VF_LOTACAO: 'Vida funcional: lotação',
    PES_VF_DISP: 'Vida funcional: disposição',
    PES_VF_LICENCA: 'Vida funcional: licença',
    PES_VF_DESL_INT: 'Vida funcional: desligamento ou inatividade',
    PES_PENSIONIST: 'Pensionistas',
    PES_VERBAS: 'Verbas',
    PES_CONCESSAO: 'Concessão de vantagem ou desconto',
  }),
  accounts('FOLHAPAGAMENTO', 'Folha de pagamento', {
    PES_FOLHAPAG: 'Folha de pagamento',
    PES_FP_EXC_ORCM: 'Execução orçamentária da folha',
  }),
];

/** Our name of a layout; its sigla where it is not in the catalogue. */
export const layoutName = ({ spc, slp }: LayoutId): string =>
  CATALOGUE.find((each) => each.spc === spc)?.layouts.find((each) => each.slp === slp)?.name ?? slp;

/** Address of the sample schema that comes with the app, on the app's own origin. */
export const sampleAddress = ({ spc, slp }: LayoutId): string =>
  `/layouts/${spc}__${slp}.schema.json`;
