import type { PenUnit } from '../base/pen-unit.ts';

/** A kind of document as the platform numbers it. */
export type Especie = { codigo: number; nome: string };

/** A legal ground of restriction. Its id is the platform's, given by nobody else. */
export type Hypothesis = {
  identificacao: number;
  nome: string;
  baseLegal: string;
  /** Whether it may still be used. */
  ativa: boolean;
};

/** A unit that was looked up: where it hangs, and whether it takes processes. */
export type KnownUnit = PenUnit & { sigla: string; recebe: boolean };

/** What the platform publishes, as it was last read. */
export type PenTables = {
  especies: Especie[];
  hipoteses: Hypothesis[];
  /** `codigo`: the platform's, or the place in its list where it tells none. */
  motivosDeUrgencia: { codigo: string | number; descricao: string }[];
  repositorios: { id: number; nome: string }[];
  /** Units that were looked up, so that one can be chosen again without a network. */
  unidades: KnownUnit[];
  /** Epoch ms UTC of the last reading; absent: only what came with the app is here. */
  readAt?: number;
};

/** Some units of a repository, or all of it. */
export type Reach = { repositorio: number; nome: string; unidades: PenUnit[] };

/** Whether a unit is among these. */
export const isWithin = (
  reaches: readonly Reach[],
  { repositorio, numero }: Pick<PenUnit, 'repositorio' | 'numero'>,
): boolean =>
  reaches.some(
    (reach) =>
      reach.repositorio === repositorio &&
      (reach.unidades.length === 0 || reach.unidades.some((unit) => unit.numero === numero)),
  );

/** How a body works with PEN: chosen by who holds the role *configurar*. */
export type PenSettings = {
  /** Largest file that is sent. MB = 1 048 576 bytes. */
  largestDocumentMb: number;
  /** Largest file that is taken in without being told as a problem. */
  largestReceivedMb: number;
  /** Of a part: 1–200. */
  partMb: number;
  /** So often a file is tried before the person is asked. */
  mostTries: number;
  /** Types of process of this body; one that comes with another name gets the default type. */
  processTypes: string[];
  tipoPadrao: string;
  /** Where a process lands that was sent to no unit known here. */
  receivingUnit?: PenUnit;
  /** Types of document of this body, and the espécie each is sent as. */
  documentTypes: { tipo: string; codigo: number }[];
  /** The espécie of a type that has none; absent: such a document is not sent. */
  especiePadrao?: number;
  /** Which type here an espécie that came is given. */
  receivedTypes: { codigo: number; tipo: string }[];
  /** For an espécie that has none, where it came without a name; absent: it is refused (04). */
  tipoDeDocumentoPadrao?: string;
  /** How this body calls the platform's hypotheses when sending. */
  hypotheses: { nome: string; identificacao: number }[];
  /** Which hypothesis stands here for one that came. */
  receivedHypotheses: { de: number; para: number }[];
  /** The hypothesis in the place of one that is not known here; absent: it is refused (99). */
  hipotesePadrao?: number;
  /** Where this body may send to; empty: anywhere. */
  allowed: Reach[];
  /** Who takes only the files it lacks ("envio parcial"). */
  partial: Reach[];
  /** Units that are known to refuse larger files. */
  largestByUnit: (PenUnit & { mb: number })[];
  /** What comes without any problem is taken in, and its receipt signed, without asking anybody. */
  acceptsAlone: boolean;
};

/** What a body works with before anybody chose anything. */
export const DEFAULT_SETTINGS: PenSettings = {
  ...{ largestDocumentMb: 50, largestReceivedMb: 1024, partMb: 50, mostTries: 3 },
  ...{ processTypes: [], tipoPadrao: 'Demanda externa' },
  ...{ documentTypes: [], especiePadrao: 999 },
  ...{ receivedTypes: [], tipoDeDocumentoPadrao: 'Documento externo' },
  ...{ hypotheses: [], receivedHypotheses: [] },
  ...{ allowed: [], partial: [], largestByUnit: [] },
  acceptsAlone: false,
};

/** Bytes of a megabyte, as the platform counts. */
export const MB = 1_048_576;
