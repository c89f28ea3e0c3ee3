import type { Clock } from '../../base/clock.ts';
import type { Protocol } from '../../outbox/ports.ts';
import { agreedMeans } from './agreement.ts';
import type { Connection } from './call.ts';
import { courtOf } from './court.ts';
import type { Others } from './others.ts';
import type { Blobs, Session } from './session.ts';
import { compare, confirm, HOMOLOGADO } from './steps/compare.ts';
import { consent, fetchPdf, homologate, signPdf } from './steps/homologation.ts';
import { send } from './steps/send.ts';
import type { RecepcaoStep, Tools } from './steps/step.ts';
import { upload } from './steps/upload.ts';
import { writeBody } from './steps/write-body.ts';
import type { RecepcaoEntry, RecepcaoFrozen, RecepcaoProgress } from './types.ts';

/** `Entry.protocol` of deliveries to Recepção. */
export const RECEPCAO = 'recepcao';

/** One ambiente and representação: how it is reached, and what is unlocked for it. */
export interface RecepcaoDeps {
  connection: Connection;
  session: Session;
  blobs: Blobs;
  clock: Clock;
  others: Others;
}

/** A delivery: upload → write body → send → compare → consent → fetch PDF → sign → homologate → confirm. */
export const recepcaoProtocol = ({
  connection,
  session,
  blobs,
  clock,
  others,
}: RecepcaoDeps): Protocol<RecepcaoFrozen, RecepcaoProgress> => {
  const tools = { court: courtOf(connection, session), session, blobs, clock, others };
  return {
    id: RECEPCAO,
    next: (entry) => toDeliver(entry, tools),
  };
};

const toDeliver = (entry: RecepcaoEntry, tools: Tools): RecepcaoStep | 'done' => {
  const { frozen, progress } = entry;
  const pending = frozen.files.findIndex(({ localId }) => !(localId in progress.uploads));
  const file = frozen.files[pending];
  if (file) return upload(entry, file, pending + 1, tools);
  if (!progress.finalBody) return writeBody(entry);
  const { finalBody, delivery } = progress;
  if (!delivery) return send({ entry, finalBody }, tools);
  const delivered = { entry, delivery, finalBody };
  if (progress.confirmedAt !== undefined) return 'done';
  if (progress.comparedAt === undefined) return compare(delivered, tools);
  if (delivery.statusEnvio === HOMOLOGADO) return confirm(delivered, tools);
  const { homologation } = progress;
  if (!isAgreedOrSigned(entry)) return consent(entry, tools);
  if (!homologation) return fetchPdf(delivered, tools);
  const { pdfSha256, signedPdfSha256, acceptedAt } = homologation;
  if (signedPdfSha256 === undefined) return signPdf(entry, pdfSha256, tools);
  if (acceptedAt === undefined) return homologate(delivered, { pdfSha256, signedPdfSha256 }, tools);
  return confirm(delivered, tools);
};

// What is signed may be on its way to the court already.
const isAgreedOrSigned = (entry: RecepcaoEntry): boolean =>
  entry.progress.homologation?.signedPdfSha256 !== undefined ||
  (entry.progress.consentedAt !== undefined && agreedMeans(entry) !== undefined);
