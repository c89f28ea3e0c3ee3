import { announcedIn } from '../announced.ts';
import type { WantedComponent } from '../receive-progress.ts';
import { askStatus, failed, noting, type Receipt } from './receive-step.ts';
import { ONLINE, type PenOutcome, type PenStep } from './step.ts';

/** Reads what is coming, which tells the platform that we do (2 → 3). */
export const askMetadata = (receipt: Receipt): PenStep => ({
  id: 'metadata',
  effect: 'repeatable',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const { tools, idt } = receipt;
    const answer = await tools.pen.metadata(idt, signal);
    if (!answer.ok) return failed(receipt, answer.error, 'repeatable');
    const { text, value, answerSha256 } = answer.value;
    const kept = await tools.files.put(new Blob([text]));
    if (!kept.ok) return { kind: 'pause', reason: kept.error };
    const remetente = await tools.nameOf(value.remetente, signal);
    const { partSize, mostTries } = await tools.settings();
    const noted = { metadataSha256: kept.value, remetente, partSize, mostTries };
    const progress = { ...noting(receipt, noted), idt, nre: value.nre };
    return { kind: 'applied', progress, meaning: 'metadata-kept', answerSha256 };
  },
});

/**
 * Which files are to be downloaded: those the platform expects of us, and those that this browser does not hold.
 */
export const listWanted = (receipt: Receipt, metadataSha256: string): PenStep => ({
  id: 'wanted',
  effect: 'repeatable',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const { files } = receipt.tools;
    const metadata = await files.get(metadataSha256);
    if (!metadata) return begunAgain(receipt);
    const asked = await askStatus(receipt, signal);
    if ('instead' in asked) return asked.instead;
    const { status, answerSha256 } = asked;
    const pending = new Set(status.hashDosComponentesPendentesDeRecebimento);
    const wanted: WantedComponent[] = [];
    for (const component of announcedIn(await metadata.text())) {
      const isPending = pending.has(component.hash);
      if (isPending || !(await files.get(component.sha256))) {
        const protocolo = status.protocolo || component.protocolo;
        wanted.push({ ...component, protocolo, pending: isPending });
      }
    }
    const progress = noting(receipt, { wanted });
    return { kind: 'applied', progress, meaning: `wanted ${wanted.length}`, answerSha256 };
  },
});

/** What was kept is gone: it is asked for anew, from the first step on. */
export const begunAgain = ({ entry: { progress } }: Receipt): PenOutcome => {
  const { receive: _, ...rest } = progress;
  return { kind: 'applied', progress: rest, meaning: 'begun-again' };
};
