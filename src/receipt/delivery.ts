import type { RecordHead } from '../base/record.ts';
import type { DeliveredFile, Delivery } from './types.ts';

/** What a delivery is built from; an outbox entry of Recepção has this shape. */
export interface DeliverySource extends RecordHead {
  logHead: string;
  frozen: Pick<Delivery, 'spc' | 'slp' | 'mes' | 'ano' | 'layoutSha256'> & {
    files: (Pick<DeliveredFile, 'name' | 'size' | 'sha256' | 'sentSha256'> & { localId: string })[];
    keptFiles?: DeliveredFile[];
    errand?: { kind: string; takenIn?: true };
  };
  progress: {
    uploads: Record<string, Pick<DeliveredFile, 'courtId' | 'signatarios'>>;
    finalBody?: Delivery['body'];
    delivery?: { id: number } & Pick<Delivery, 'recibo' | 'statusEnvio' | 'deliveredAt'>;
  } & Pick<Delivery, 'comparedAt' | 'confirmedAt' | 'homologation'>;
}

/**
 * The delivery an entry has made so far; `undefined` while the court has given no id. An errand that only homologates has
 * sent nothing: its content is the delivery's once the court was seen to hold it.
 */
export const deliveryOf = ({
  frozen,
  progress,
  ...entry
}: DeliverySource): Delivery | undefined => {
  const { delivery, finalBody, uploads, comparedAt, confirmedAt, homologation } = progress;
  if (!delivery || !finalBody || entry.representacao === undefined) return undefined;
  const { spc, slp, mes, ano, layoutSha256, keptFiles = [], errand } = frozen;
  if (errand?.kind === 'homologate' && comparedAt === undefined) return undefined;
  const uploadedNow = frozen.files.flatMap(({ name, size, sha256, sentSha256, localId }) => {
    const uploaded = uploads[localId];
    return uploaded ? [{ name, size, sha256, sentSha256, ...uploaded }] : [];
  });
  const files = [...keptFiles, ...uploadedNow];
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
    ...(errand?.takenIn && { origin: 'taken-in' as const }),
  };
};
