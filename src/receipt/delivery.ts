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

/** What was delivered, kept for as long as the person keeps it. Instants are epoch ms UTC. */
export interface Delivery {
  /** Id of the entry it came from. */
  id: string;
  ambiente: string;
  representacao: number;
  schemaVersion: 1;
  rev: number;
  createdAt: number;
  changedAt: number;
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
  /** Last hash of the log of its entry. */
  logHead: string;
}

/** What a delivery is built from; an outbox entry of Recepção has this shape. */
export interface DeliverySource {
  id: string;
  ambiente: string;
  representacao?: number;
  rev: number;
  createdAt: number;
  changedAt: number;
  logHead: string;
  frozen: Pick<Delivery, 'spc' | 'slp' | 'mes' | 'ano' | 'layoutSha256'> & {
    files: (Pick<DeliveredFile, 'name' | 'size' | 'sha256' | 'sentSha256'> & { localId: string })[];
  };
  progress: {
    uploads: Record<string, Pick<DeliveredFile, 'courtId' | 'signatarios'>>;
    finalBody?: Delivery['body'];
    delivery?: { id: number } & Pick<Delivery, 'recibo' | 'statusEnvio' | 'deliveredAt'>;
  } & Pick<Delivery, 'comparedAt' | 'confirmedAt' | 'homologation'>;
}

/** The delivery an entry has made so far; `undefined` while the court has given no id. */
export const deliveryOf = ({
  frozen,
  progress,
  ...entry
}: DeliverySource): Delivery | undefined => {
  const { delivery, finalBody, uploads, comparedAt, confirmedAt, homologation } = progress;
  if (!delivery || !finalBody || entry.representacao === undefined) return undefined;
  const { spc, slp, mes, ano, layoutSha256 } = frozen;
  const files = frozen.files.flatMap(({ name, size, sha256, sentSha256, localId }) => {
    const uploaded = uploads[localId];
    return uploaded ? [{ name, size, sha256, sentSha256, ...uploaded }] : [];
  });
  return {
    id: entry.id,
    ambiente: entry.ambiente,
    representacao: entry.representacao,
    schemaVersion: 1,
    rev: entry.rev,
    createdAt: entry.createdAt,
    changedAt: entry.changedAt,
    logHead: entry.logHead,
    ...{ spc, slp, mes, ano, layoutSha256, files },
    courtId: delivery.id,
    recibo: delivery.recibo,
    statusEnvio: delivery.statusEnvio,
    deliveredAt: delivery.deliveredAt,
    body: finalBody,
    ...(comparedAt !== undefined && { comparedAt }),
    ...(confirmedAt !== undefined && { confirmedAt }),
    ...(homologation && { homologation }),
  };
};
