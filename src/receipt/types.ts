import type { RecordHead } from '../base/record.ts';
import type { CertificateSummary } from '../signing/signer.ts';

/** A file of a delivery. Hashes are SHA-256 in lower-case hexadecimal. */
export interface DeliveredFile {
  name: string;
  /** Bytes. */
  size: number;
  /** What the person chose. */
  sha256: string;
  /** What was sent: the signed file, or the chosen one. */
  sentSha256: string;
  /** UUID the court gave. */
  courtId: string;
  /** Who signed, as the court read it; `data` epoch ms UTC. */
  signatarios: { nome: string; cpf: string; data: number }[];
}

/** What was delivered, by the id of the entry it came from; kept for as long as the person keeps it. Instants are epoch ms UTC. */
export interface Delivery extends RecordHead {
  representacao: number;
  spc: string;
  slp: string;
  mes: number;
  ano: number;
  layoutSha256: string;
  /** `arquivo.id` and `arquivo.recibo` of the court. */
  courtId: number;
  recibo: string;
  /** As the court said last. */
  statusEnvio: string;
  /** The canonical JSON that was sent, and its SHA-256. */
  body: { text: string; sha256: string };
  files: DeliveredFile[];
  deliveredAt: number;
  /** When a GET by id equalled what was sent. */
  comparedAt?: number;
  /** When a GET by id said HOMOLOGADO of that content. */
  confirmedAt?: number;
  homologation?: {
    pdfSha256: string;
    signedPdfSha256?: string;
    signedBy?: CertificateSummary;
    acceptedAt?: number;
  };
  /** Last hash of the log of its entry; empty where it was taken in, which has none. */
  logHead: string;
  /** Read from the court and never sent from here: it has no entry. */
  origin?: 'taken-in';
}
