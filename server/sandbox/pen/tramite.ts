import type { PenBodyId } from './bodies.ts';
import type { Componente, Documento, SentMetadata, UnitRef } from './metadata.ts';

/** 0 is only the sender's; 1 to 10 are of pen.md C.1. */
export type Situacao = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Names of the situações where the code decides by them (pen.md C.1). */
export const SITUACAO = {
  iniciado: 1,
  componentesEnviados: 2,
  metadadosRecebidos: 3,
  componentesRecebidos: 4,
  reciboEnviado: 5,
  reciboRecebido: 6,
  cancelado: 7,
  recusado: 8,
  ciencia: 9,
  canceladoAutomaticamente: 10,
} as const satisfies Record<string, Situacao>;

export interface Tramite {
  /** IDT. */
  idt: number;
  /** 16 digits, the last four the year. */
  nre: string;
  /** Permit for sending components; trâmites of one documento avulso share it. */
  ticket: number;
  protocolo: string;
  sender: PenBodyId;
  receiver: PenBodyId;
  remetente: UnitRef;
  destinatario: UnitRef;
  situacao: Situacao;
  /** ISO 8601, UTC. */
  changes: { situacao: Situacao; dataHora: string }[];
  metadata: SentMetadata;
  /** Hashes (base64) asked of the sender, and those that came and check. */
  asked: string[];
  arrived: string[];
  /** When the last of them came, ISO 8601, UTC. */
  arrivedAt: string;
  /** Hashes the receiver has to fetch, and those it fetched whole. */
  toFetch: string[];
  fetched: string[];
  recibo?: { dataDeRecebimento: string; hashDaAssinatura: string };
  recusa?: { motivo: string; justificativa: string };
}

/** Epoch ms as the platform writes it. */
export const dateTime = (now: number): string => new Date(now).toISOString();

/** The trâmite in another situação, as of `now` (epoch ms). */
export const moved = (tramite: Tramite, situacao: Situacao, now: number): Tramite => ({
  ...tramite,
  situacao,
  changes: [...tramite.changes, { situacao, dataHora: dateTime(now) }],
});

export const without = (all: readonly string[], taken: readonly string[]): string[] =>
  all.filter((each) => !taken.includes(each));

export const documentsOf = ({ processo, documento }: SentMetadata): Documento[] =>
  processo ? processo.documentos : [documento];

/** The components that travel: those of documents that were not withdrawn. */
export const componentsOf = (metadata: SentMetadata): Componente[] =>
  documentsOf(metadata)
    .filter(({ retirado }) => retirado !== true)
    .flatMap(({ componentesDigitais }) => componentesDigitais);

/** The number under which the platform asks for a content: that of the attached process, where its document has one. */
export const askedUnder = ({ metadata, protocolo }: Tramite, hash: string): string => {
  const document = documentsOf(metadata).find(
    ({ retirado, componentesDigitais }) =>
      retirado !== true && componentesDigitais.some((each) => each.hash.conteudo === hash),
  );
  return String(document?.protocoloDoProcessoAnexado || protocolo);
};

export const hashesOf = (components: Componente[]): string[] => [
  ...new Set(components.map(({ hash }) => hash.conteudo)),
];

/** Another trâmite of the same process has to wait for these to end. */
export const isUnderWay = ({ situacao }: Tramite): boolean =>
  situacao <= SITUACAO.componentesRecebidos || situacao === SITUACAO.recusado;

/** All is at the platform, and the receiver has not said how it ended. */
export const isArriving = ({ situacao }: Tramite): boolean =>
  situacao >= SITUACAO.componentesEnviados && situacao <= SITUACAO.componentesRecebidos;

export const isDelivered = ({ situacao }: Tramite): boolean =>
  situacao === SITUACAO.reciboEnviado || situacao === SITUACAO.reciboRecebido;
