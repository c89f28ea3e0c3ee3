import { paths } from '../endpoints.ts';
import { readUpload } from '../messages.ts';
import { failureOutcome } from '../outcome.ts';
import type { FrozenFile, RecepcaoEntry } from '../types.ts';
import { heard, type RecepcaoOutcome, type RecepcaoStep, type Tools } from './step.ts';

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  p7s: 'application/pkcs7-signature',
  png: 'image/png',
  jpeg: 'image/jpeg',
  other: 'application/octet-stream',
};

/** A multipart body with the one part that Recepção reads. */
export const fileForm = (content: Blob, name: string, type: string): FormData => {
  const form = new FormData();
  form.set('arquivo', new Blob([content], { type }), name);
  return form;
};

/** Uploads a file. Twice is as good as once: a file no delivery names is an orphan the court forgets. */
export const upload = (
  { progress }: RecepcaoEntry,
  file: FrozenFile,
  number: number,
  { court, blobs }: Tools,
): RecepcaoStep => ({
  id: `upload:${number}`,
  effect: 'repeatable',
  needs: ['token', 'network'],
  requestSha256: file.sentSha256,
  run: async (signal): Promise<RecepcaoOutcome> => {
    const content = await blobs.get(file.sentSha256);
    if (!content) return { kind: 'refused', code: 'file-missing', detail: file.name, progress };
    const body = fileForm(content, file.name, MEDIA_TYPES[file.kind]);
    const reply = await court.ask({ method: 'POST', path: paths.upload(), body }, signal);
    if (reply.kind !== 'success') return failureOutcome(reply, 'repeatable');
    const uploaded = readUpload(reply.json);
    if (!uploaded) return failureOutcome({ kind: 'not-the-server', status: 200 }, 'repeatable');
    const { arquivo: courtId, signatarios } = uploaded;
    return {
      kind: 'applied',
      progress: {
        ...progress,
        uploads: { ...progress.uploads, [file.localId]: { courtId, signatarios } },
      },
      meaning: 'uploaded',
      ...heard(reply.answerSha256),
    };
  },
});
