import type { ProcessToSend } from '../protocol/pen/messages.ts';
import type { Process } from './types.ts';

/** A process once the platform registered its trâmite: known by its NRE, and each document by what was sent of it. */
export const afterRegistered = (
  process: Process,
  { processo }: ProcessToSend,
  nre: string,
): Process => ({
  ...process,
  nre,
  documents: process.documents.map((document) => {
    const sent = processo.documentos.find(({ ordem }) => ordem === document.ordem);
    return document.wire || !sent ? document : { ...document, wire: { ...sent } };
  }),
});
