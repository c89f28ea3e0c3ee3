import type { PfxRecipe } from '../../../src/signing/pfx/write.ts';

/** A right to act for a body of the municipality, as Passaporte lists it (recepcao.md B1). */
export interface Representacao {
  codigo: number;
  representacao: string;
  unidadeId: number;
  unidade: string;
  tipo: string;
  poder: 'EXECUTIVO' | 'LEGISLATIVO';
  municipioId: number;
  municipio: string;
  /** Civil date. */
  dataInicioRepresentacao: string;
  /** Civil date. */
  dataFimRepresentacao: string;
}

/** An invented person of the invented municipality; the CPFs are made up, with right check digits. */
export interface Person {
  /** Names the files of this person: `maria.pfx`, `maria.pem`, `maria.key.pem`. */
  file: 'maria' | 'joao';
  /** Of the user record at Passaporte. */
  id: number;
  nome: string;
  /** 11 digits. */
  cpf: string;
  /** `ddMMyyyy`, as the certificate holds it. */
  birth: string;
  /** `legacy` as most A1 files are. */
  pfxRecipe: PfxRecipe;
  representacoes: Representacao[];
}

const municipality = {
  municipioId: 999,
  municipio: 'SERRA DO SABIÁ',
  dataInicioRepresentacao: '2025-01-01',
  dataFimRepresentacao: '2028-12-31',
};

/** Code of the invented municipality at IBGE: none of Goiás has it, its check digit is right. */
export const DEMO_IBGE = '5299995';

/** Password of every demo PFX. */
export const DEMO_PASSWORD = 'senha123';

export const PEOPLE: readonly Person[] = [
  {
    file: 'maria',
    id: 12,
    nome: 'MARIA APARECIDA DOS SANTOS',
    cpf: '11144477735',
    birth: '07041975',
    pfxRecipe: 'legacy',
    representacoes: [
      {
        codigo: 830,
        representacao: 'PREFEITA',
        unidadeId: 198,
        unidade: 'PREFEITURA MUNICIPAL DE SERRA DO SABIÁ',
        tipo: 'PREFEITURA',
        poder: 'EXECUTIVO',
        ...municipality,
      },
      {
        codigo: 831,
        representacao: 'GESTORA DO FUNDO MUNICIPAL DE SAÚDE',
        unidadeId: 199,
        unidade: 'FUNDO MUNICIPAL DE SAÚDE DE SERRA DO SABIÁ',
        tipo: 'FUNDO',
        poder: 'EXECUTIVO',
        ...municipality,
      },
    ],
  },
  {
    file: 'joao',
    id: 13,
    nome: 'JOÃO BATISTA DA CONCEIÇÃO',
    cpf: '52998224725',
    birth: '24061968',
    pfxRecipe: 'modern',
    representacoes: [
      {
        codigo: 840,
        representacao: 'PRESIDENTE DA CÂMARA',
        unidadeId: 200,
        unidade: 'CÂMARA MUNICIPAL DE SERRA DO SABIÁ',
        tipo: 'CÂMARA',
        poder: 'LEGISLATIVO',
        ...municipality,
      },
    ],
  },
];

export const representacaoByCode = (codigo: number): Representacao | undefined =>
  PEOPLE.flatMap((person) => person.representacoes).find((right) => right.codigo === codigo);
