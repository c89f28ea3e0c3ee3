/** The demo bodies of the platform; `tribunal` answers by itself (`peer.ts`). */
export const PEN_BODY_IDS = ['prefeitura', 'ministerio', 'tribunal'] as const;

export type PenBodyId = (typeof PEN_BODY_IDS)[number];

/** What is done by itself with what comes for a unit. */
export type Behaviour =
  | { kind: 'accept' }
  | { kind: 'refuse'; motivo: string; justificativa: string }
  /** Accepts, and sends the process back with one more document once the sender has read the receipt. */
  | { kind: 'return' }
  /** Somebody has to do it, or nobody does. */
  | { kind: 'silent' };

/** An organizational unit of a body, as `structures.ts` gives it. */
export interface PenUnit {
  repositorio: number;
  numero: string;
  nome: string;
  sigla: string;
  body: PenBodyId;
  /** Numbers of the units above it in the same repository, the nearest first. */
  acima: string[];
  /** Takes in what comes for the units that name it. */
  unidadeReceptora?: boolean;
  /** Number of the unit that takes in what comes for this one. */
  recebidoPor?: string;
  /** Sends only. */
  naoRecebe?: boolean;
  /** Absent: `silent`. */
  behaviour?: Behaviour;
}

interface PenRepository {
  id: number;
  nome: string;
  ativo: boolean;
}

/** 1 is the real number of SIORG (pen.md §0); 93 and 94 are nobody's. */
export const REPOSITORIES: readonly PenRepository[] = [
  { id: 1, nome: 'Poder Executivo Federal (demonstração)', ativo: true },
  { id: 93, nome: 'Municípios de Goiás (demonstração)', ativo: true },
  { id: 94, nome: 'Repositório desativado (demonstração)', ativo: false },
];

const FEDERAL = 1;
const MUNICIPAL = 93;

const ofPrefeitura = { repositorio: MUNICIPAL, body: 'prefeitura' } as const;
const ofMinisterio = { repositorio: FEDERAL, body: 'ministerio' } as const;
const ofTribunal = { repositorio: FEDERAL, body: 'tribunal' } as const;

const underMinisterio = ['2001'];
const underTribunal = ['3001'];

/** Reasons for refusing (pen.md C.3). */
export const MOTIVOS_DE_RECUSA: Readonly<Record<string, string>> = {
  '01': 'Formato de componente digital não suportado',
  '02': 'Componente digital corrompido',
  '03': 'Falta de componentes digitais',
  '04': 'Espécie documental não mapeada no destinatário',
  '99': 'Outro',
};

export const UNITS: readonly PenUnit[] = [
  {
    ...ofPrefeitura,
    numero: '1001',
    nome: 'Prefeitura Municipal de Serra do Sabiá',
    sigla: 'PMSS',
    acima: [],
  },
  {
    ...ofPrefeitura,
    numero: '1002',
    nome: 'Secretaria Municipal de Finanças',
    sigla: 'SEFIN',
    acima: ['1001'],
  },
  {
    ...ofMinisterio,
    numero: '2001',
    nome: 'Ministério da Demonstração',
    sigla: 'MDEMO',
    acima: [],
    naoRecebe: true,
  },
  {
    ...ofMinisterio,
    numero: '2002',
    nome: 'Protocolo Central',
    sigla: 'PROTOCOLO',
    acima: underMinisterio,
    unidadeReceptora: true,
  },
  {
    ...ofMinisterio,
    numero: '2003',
    nome: 'Secretaria de Convênios',
    sigla: 'SECONV',
    acima: underMinisterio,
  },
  {
    ...ofMinisterio,
    numero: '2004',
    nome: 'Coordenação de Prestação de Contas',
    sigla: 'COPREC',
    acima: ['2003', ...underMinisterio],
    recebidoPor: '2002',
  },
  {
    ...ofTribunal,
    numero: '3001',
    nome: 'Tribunal de Demonstração (responde sozinho)',
    sigla: 'TDEMO',
    acima: [],
    naoRecebe: true,
  },
  {
    ...ofTribunal,
    numero: '3002',
    nome: 'Unidade que aceita',
    sigla: 'ACEITA',
    acima: underTribunal,
    behaviour: { kind: 'accept' },
  },
  {
    ...ofTribunal,
    numero: '3003',
    nome: 'Unidade que devolve com um despacho',
    sigla: 'DEVOLVE',
    acima: underTribunal,
    behaviour: { kind: 'return' },
  },
  {
    ...ofTribunal,
    numero: '3004',
    nome: 'Unidade que fica em silêncio',
    sigla: 'SILENCIO',
    acima: underTribunal,
  },
  ...Object.entries(MOTIVOS_DE_RECUSA).map(
    ([motivo, nome]): PenUnit => ({
      ...ofTribunal,
      numero: `31${motivo}`,
      nome: `Unidade que recusa com o motivo ${motivo}`,
      sigla: `RECUSA${motivo}`,
      acima: underTribunal,
      behaviour: { kind: 'refuse', motivo, justificativa: `${nome} (recusa do simulador).` },
    }),
  ),
];

export const PEN_BODY_NAMES: Record<PenBodyId, string> = {
  prefeitura: 'Prefeitura Municipal de Serra do Sabiá',
  ministerio: 'Ministério da Demonstração',
  tribunal: 'Tribunal de Demonstração',
};

export const unitOf = (repositorio: number, numero: string): PenUnit | undefined =>
  UNITS.find((unit) => unit.repositorio === repositorio && unit.numero === numero);
