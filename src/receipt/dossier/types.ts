import type { Ambiente } from '../../base/environment.ts';
import type { JsonObject } from '../../base/json.ts';
import type { LogRow } from '../../outbox/types.ts';
import type { DeliverySource } from '../delivery.ts';
import type { Statement } from '../statement.ts';

/** What a dossier is made of; an entry of Recepção has the shape of `entry`. */
export interface DossierSource {
  entry: DeliverySource & {
    frozenSha256: string;
    logSize: number;
    state: { kind: string };
    progress: { deletedAt?: number };
  };
  /** Canonical JSON (RFC 8785) of the entry's `frozen`, with which the log begins. */
  frozenText: string;
  /** What may be said of it at the court, as a code. */
  standing: string;
  log: readonly LogRow[];
  ambiente: Pick<Ambiente, 'id' | 'nome' | 'tipo'>;
  /** The page that re-verifies the dossier. */
  page: Blob;
  /** A kept file by its SHA-256. */
  fileOf(sha256: string): Promise<Blob | undefined>;
}

/**
 * `recibo.json`: what is known of the delivery and may be said of it, at one revision of its entry. Instants are epoch
 * ms UTC, hashes SHA-256 in lower-case hexadecimal.
 */
export type DossierRecord = {
  ambiente: { id: string; nome: string; tipo: Ambiente['tipo'] };
  entryId: string;
  rev: number;
  representacao: number | null;
  spc: string;
  slp: string;
  mes: number;
  ano: number;
  /** State of the entry; only with `done` has it come to its end. */
  state: string;
  standing: string;
  /** `null` while the court has given no id. */
  statement: (Statement & JsonObject) | null;
  frozenSha256: string;
  logSize: number;
  logHead: string;
  bodySha256: string | null;
  court: CourtWord | null;
  /** In the order of the files in `congelado.json`. */
  uploads: { localId: string; courtId: string; signatarios: JsonObject[] }[];
  homologation: {
    pdfSha256: string;
    signedPdfSha256: string | null;
    acceptedAt: number | null;
  } | null;
};

/** What the court answered, and when it was read. */
export type CourtWord = {
  id: number;
  recibo: string;
  statusEnvio: string;
  deliveredAt: number;
  comparedAt: number | null;
  confirmedAt: number | null;
  deletedAt: number | null;
};

/** What a file of a dossier is. */
export type MemberKind =
  | 'manifest'
  | 'read-me'
  | 'page'
  | 'record'
  | 'frozen'
  | 'log'
  | 'body'
  | 'layout'
  | 'sent-file'
  | 'chosen-file'
  | 'court-pdf'
  | 'signed-pdf';
