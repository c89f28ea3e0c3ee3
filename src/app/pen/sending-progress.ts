import type { PenEntry, SendComponent, SendProgress } from '../../protocol/pen/types.ts';
import { penStores } from './stores.ts';

/** How far the files of one document are; bytes. Those that the platform had already count as sent. */
export interface DocumentProgress {
  /** Place of the document in the process. */
  documento: number;
  /** Names of its files. */
  nomes: string[];
  sent: number;
  size: number;
}

/** The newest sending of a process, whatever became of it. */
export const sendingOf = async (processId: string): Promise<PenEntry | undefined> => {
  const entries = await penStores.penEntries.ofProcess(processId);
  return entries.find(({ frozen }) => frozen.errand.kind === 'send');
};

/** How far a sending is, document by document in their order. */
export const progressOf = ({ frozen, progress }: PenEntry): DocumentProgress[] => {
  if (frozen.errand.kind !== 'send') return [];
  const notes = progress.send ?? {};
  const documents = new Map<number, DocumentProgress>();
  for (const component of frozen.errand.components) {
    const { documento, nome, size } = component;
    const known = documents.get(documento) ?? { documento, nomes: [], sent: 0, size: 0 };
    documents.set(documento, {
      documento,
      nomes: [...known.nomes, nome],
      sent: known.sent + sentOf(component, notes),
      size: known.size + size,
    });
  }
  return [...documents.values()];
};

const sentOf = ({ hash, size }: SendComponent, notes: SendProgress): number => {
  const { asked, wanted = asked, sent, recibo } = notes;
  if (recibo !== undefined) return size;
  if (!wanted) return 0;
  return wanted.includes(hash) ? (sent?.[hash] ?? 0) : size;
};

/** Of 100, without a rest; only what is whole is 100. */
export const percentOf = ({ sent, size }: { sent: number; size: number }): number =>
  size === 0 ? 100 : Math.floor((100 * sent) / size);
