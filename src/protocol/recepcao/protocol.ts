import type { Clock } from '../../base/clock.ts';
import type { Protocol } from '../../outbox/ports.ts';
import { agreedMeans } from './agreement.ts';
import type { Connection } from './call.ts';
import { courtOf } from './court.ts';
import { errandOf } from './errand.ts';
import { HOMOLOGADO } from './messages.ts';
import type { Others } from './others.ts';
import type { Blobs, Session } from './session.ts';
import { alter, readOld } from './steps/alter.ts';
import { compare, confirm } from './steps/compare.ts';
import { askAboutExtras } from './steps/extra.ts';
import { findExtras } from './steps/find-extras.ts';
import { consent, fetchPdf, homologate, signPdf } from './steps/homologation.ts';
import { consentDelete, removeDelivery, removeExtra } from './steps/remove.ts';
import { send } from './steps/send.ts';
import type { Delivered, RecepcaoStep, Tools } from './steps/step.ts';
import { upload } from './steps/upload.ts';
import { writeBody } from './steps/write-body.ts';
import type {
  RecepcaoDelivery,
  RecepcaoEntry,
  RecepcaoErrand,
  RecepcaoFrozen,
  RecepcaoProgress,
} from './types.ts';

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

/**
 * Deliver: upload → write body → send → (find extras) → compare → (extra → delete extra) → fetch PDF → consent → sign → homologate → confirm.
 * Alter: the same with read old → alter in the place of send. Homologate: the same without upload and send.
 * Delete: consent → delete.
 */
export const recepcaoProtocol = ({
  connection,
  ...deps
}: RecepcaoDeps): Protocol<RecepcaoFrozen, RecepcaoProgress> => {
  const tools = { court: courtOf(connection, deps.session), ...deps };
  return {
    id: RECEPCAO,
    next: (entry) => {
      const errand = errandOf(entry.frozen);
      return errand.kind === 'delete'
        ? toDelete(entry, errand.courtId, tools)
        : toDeliver(lookedForAgain(entry), errand, tools);
    },
  };
};

const toDelete = (entry: RecepcaoEntry, courtId: number, tools: Tools): RecepcaoStep | 'done' => {
  const { deletedAt, consentedAt } = entry.progress;
  if (deletedAt !== undefined) return 'done';
  return consentedAt === undefined
    ? consentDelete(entry, tools)
    : removeDelivery(entry, courtId, tools);
};

/** What was not found at the last look is looked for anew. */
const lookedForAgain = ({ progress, ...entry }: RecepcaoEntry): RecepcaoEntry => {
  const { deletedAt: _, ...known } = progress;
  return { ...entry, progress: known };
};

const toDeliver = (
  entry: RecepcaoEntry,
  errand: Exclude<RecepcaoErrand, { kind: 'delete' }>,
  tools: Tools,
): RecepcaoStep | 'done' => {
  const { frozen, progress } = entry;
  const pending = frozen.files.findIndex(({ localId }) => !(localId in progress.uploads));
  const file = frozen.files[pending];
  if (file) return upload(entry, file, pending + 1, tools);
  if (!progress.finalBody) return writeBody(entry, tools);
  const { finalBody, delivery } = progress;
  if (delivery) return toHomologate({ entry, delivery, finalBody }, tools);
  const sent = { entry, finalBody };
  switch (errand.kind) {
    case 'deliver':
      return send(sent, tools);
    case 'homologate':
      return compare({ ...sent, delivery: unread(errand, entry) }, tools);
    case 'alter': {
      const { courtId } = errand;
      return progress.oldSha256 === undefined
        ? readOld(sent, courtId, tools)
        : alter(sent, { courtId, oldSha256: progress.oldSha256 }, tools);
    }
  }
};

/** A delivery that an errand names, before the court was asked of it. */
const unread = (
  { courtId, recibo }: { courtId: number; recibo: string },
  { createdAt }: RecepcaoEntry,
): RecepcaoDelivery => ({ id: courtId, recibo, statusEnvio: '', deliveredAt: createdAt });

const toHomologate = (delivered: Delivered, tools: Tools): RecepcaoStep | 'done' => {
  const { entry, delivery, finalBody } = delivered;
  const { progress } = entry;
  if (progress.confirmedAt !== undefined) return 'done';
  if (progress.comparedAt === undefined) {
    return isToSeekExtras(entry) ? findExtras(delivered, tools) : compare(delivered, tools);
  }
  const [extra] = progress.extras ?? [];
  if (extra && progress.onExtras === undefined) return askAboutExtras(entry);
  if (extra && progress.onExtras === 'delete') {
    return removeExtra(entry, finalBody, extra.id, tools);
  }
  if (delivery.statusEnvio === HOMOLOGADO) return confirm(delivered, tools);
  const { homologation } = progress;
  // What the person agrees to is to be there to be seen. Her word is about the content, which never changes from here on:
  // it holds for a PDF that has to be fetched anew, which stands for the same content (decision 0092).
  if (!homologation) return fetchPdf(delivered, tools);
  if (!isAgreedOrSigned(entry)) return consent(entry, tools);
  const { pdfSha256, signedPdfSha256, acceptedAt } = homologation;
  if (signedPdfSha256 === undefined) return signPdf(entry, pdfSha256, tools);
  if (acceptedAt === undefined) return homologate(delivered, { pdfSha256, signedPdfSha256 }, tools);
  return confirm(delivered, tools);
};

const isToSeekExtras = ({ frozen, progress, absenceStated }: RecepcaoEntry): boolean =>
  absenceStated.includes('send') &&
  frozen.files.length > 0 &&
  progress.extrasSoughtAt === undefined;

// What is signed may be on its way to the court already.
const isAgreedOrSigned = (entry: RecepcaoEntry): boolean =>
  entry.progress.homologation?.signedPdfSha256 !== undefined ||
  (entry.progress.consentedAt !== undefined && agreedMeans(entry) !== undefined);
