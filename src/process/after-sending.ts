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
    if (!sent) return document;
    // What identifies it stays as it first was; that it is withdrawn is known by all from here on.
    const { retirado } = sent;
    return { ...document, wire: document.wire ? { ...document.wire, retirado } : { ...sent } };
  }),
});
