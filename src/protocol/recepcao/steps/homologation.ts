import { fromUtf8 } from '../../../base/bytes.ts';
import type { PdfFault } from '../../../signing/pdf/fault.ts';
import { CONSENT, isAgreed } from '../agreement.ts';
import { paths } from '../endpoints.ts';
import { HOMOLOGADO } from '../messages.ts';
import { failureOutcome, unproven } from '../outcome.ts';
import { sameContent } from '../same-content.ts';
import type { RecepcaoEntry, RecepcaoProgress } from '../types.ts';
import { look } from './look.ts';
import {
  type Delivered,
  heard,
  type RecepcaoOutcome,
  type RecepcaoResolution,
  type RecepcaoStep,
  type Tools,
} from './step.ts';
import { fileForm } from './upload.ts';

const PDF = 'application/pdf';

/** The person's word that this delivery is to be signed for and homologated, and with what. */
export const consent = ({ progress }: RecepcaoEntry, { clock }: Tools): RecepcaoStep => ({
  id: CONSENT,
  effect: 'none',
  needs: ['consent'],
  run: async () => ({
    kind: 'applied',
    progress: { ...progress, consentedAt: clock.now() },
    meaning: 'consented',
  }),
});

/** Gets the PDF that stands for the delivery, once that is seen to be unchanged, and keeps it byte for byte. */
export const fetchPdf = (delivered: Delivered, tools: Tools): RecepcaoStep => ({
  id: 'fetch-pdf',
  effect: 'none',
  needs: ['token', 'network'],
  run: async (signal): Promise<RecepcaoOutcome> => {
    const { progress } = delivered.entry;
    const seen = await look(delivered, tools, signal, progress);
    if (!seen.ok) return seen.outcome;
    const seenAt = tools.clock.now();
    const { recibo, statusEnvio } = seen.delivery;
    const path = paths.homologationPdf(recibo);
    const reply = await tools.court.ask({ method: 'GET', path, accept: PDF }, signal);
    if (reply.kind !== 'success') return failureOutcome(reply, 'none', progress);
    const answer = heard(reply.answerSha256);
    if (reply.json !== undefined) return { kind: 'pause', reason: 'not-the-server', ...answer };
    // ISO 32000-1 §7.5.2, with the latitude readers take: the header within the first 1024 bytes.
    if (!fromUtf8(reply.body.subarray(0, 1024)).includes('%PDF-')) {
      return { kind: 'refused', code: 'not-a-pdf', detail: null, progress, ...answer };
    }
    const pdfSha256 = await tools.blobs.put(reply.body, PDF);
    return {
      kind: 'applied',
      progress: {
        ...progress,
        delivery: { ...delivered.delivery, statusEnvio },
        comparedAt: seenAt,
        homologation: { pdfSha256 },
      },
      meaning: 'pdf-kept',
      ...answer,
    };
  },
});

const DAMAGED = new Set<PdfFault>(['not-a-pdf', 'pdf-broken']);

/** Signs that PDF inside the PDF, the one form Recepção documents for it, with nothing but what the person agreed to. */
export const signPdf = (
  entry: RecepcaoEntry,
  pdfSha256: string,
  { session, blobs }: Tools,
): RecepcaoStep => ({
  id: 'sign-pdf',
  effect: 'none',
  needs: ['unlock'],
  requestSha256: pdfSha256,
  run: async (): Promise<RecepcaoOutcome> => {
    const { progress } = entry;
    const { homologation: _, ...unfetched } = progress;
    const signer = session.signer();
    if (!signer || !isAgreed(entry, signer)) return { kind: 'missing', need: 'unlock' };
    const pdf = await blobs.get(pdfSha256);
    if (!pdf) return { kind: 'refused', code: 'file-missing', detail: null, progress: unfetched };
    const signed = await signer.signPdf(new Uint8Array(await pdf.arrayBuffer()));
    if (!signed.ok) {
      if (signed.error === 'locked') return { kind: 'missing', need: 'unlock' };
      // Another program can sign what is locked or encrypted; a damaged one it cannot, so that it is fetched anew.
      const mended = DAMAGED.has(signed.error) ? unfetched : progress;
      return { kind: 'refused', code: signed.error, detail: null, progress: mended };
    }
    const signedPdfSha256 = await blobs.put(signed.value, PDF);
    return {
      kind: 'applied',
      progress: {
        ...progress,
        homologation: { pdfSha256, signedPdfSha256, signedBy: signer.summary },
      },
      meaning: `signed-pdf ${signedPdfSha256}`,
    };
  },
});

/** Homologates, right after a GET that equals the final body: never content other than the person's (D4). */
export const homologate = (
  delivered: Delivered,
  homologation: { pdfSha256: string; signedPdfSha256: string },
  tools: Tools,
): RecepcaoStep => {
  const { entry, delivery, finalBody } = delivered;
  const { court, blobs, clock } = tools;
  // Read as HOMOLOGADO without an answer to our PUT: whose signature did it, nobody has told us.
  const foundHomologated: RecepcaoProgress = {
    ...entry.progress,
    delivery: { ...delivery, statusEnvio: HOMOLOGADO },
  };
  // A refused PDF is fetched and signed anew when the person tries again.
  const { homologation: _, ...unsigned } = entry.progress;
  return {
    id: 'homologate',
    effect: 'once',
    // One that comes late finds the delivery homologated already and is refused; until one is answered it may count.
    settleMs: 0,
    needs: ['token', 'network'],
    requestSha256: homologation.signedPdfSha256,
    run: async (signal, late): Promise<RecepcaoOutcome> => {
      const signed = await blobs.get(homologation.signedPdfSha256);
      if (!signed)
        return { kind: 'refused', code: 'file-missing', detail: null, progress: unsigned };
      const seen = await look(delivered, tools, signal, unsigned);
      if (!seen.ok) return seen.outcome;
      if (seen.delivery.statusEnvio === HOMOLOGADO) {
        return { kind: 'applied', progress: foundHomologated, meaning: 'found-homologated' };
      }
      const tooLate = late();
      if (tooLate) return tooLate;
      const body = fileForm(signed, `homologacao-${delivery.recibo}.pdf`, PDF);
      const path = paths.homologate(entry.frozen, delivery.id);
      const reply = await court.ask({ method: 'PUT', path, body }, signal);
      if (reply.kind !== 'success') return failureOutcome(reply, 'once', unsigned);
      return {
        kind: 'applied',
        progress: {
          ...entry.progress,
          homologation: {
            ...entry.progress.homologation,
            ...homologation,
            acceptedAt: clock.now(),
          },
        },
        meaning: 'homologation-accepted',
        ...heard(reply.answerSha256),
      };
    },
    resolve: async (signal): Promise<RecepcaoResolution> => {
      const found = await court.delivery(entry.frozen, delivery.id, signal);
      if (found.kind === 'gone') return { kind: 'still-unknown', code: 'delivery-gone' };
      if (found.kind === 'failed') return unproven(found.reply);
      const { statusEnvio } = found.delivery;
      const answer = heard(found.answerSha256);
      if (statusEnvio === 'NAO_HOMOLOGADO') {
        const unanswered = { ...entry.progress.homologation, ...homologation };
        const unansweredAt = clock.now();
        return {
          kind: 'absent',
          proof: 'status-not-homologated',
          progress: { ...entry.progress, homologation: { ...unanswered, unansweredAt } },
          ...answer,
        };
      }
      if (statusEnvio !== HOMOLOGADO || !sameContent(found.delivery, finalBody)) {
        return { kind: 'still-unknown', code: 'status-or-content-differs', ...answer };
      }
      return {
        kind: 'happened',
        progress: foundHomologated,
        meaning: 'found-homologated',
        ...answer,
      };
    },
  };
};
