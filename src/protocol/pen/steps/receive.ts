import type { PenEntry } from '../types.ts';
import { answerByPerson, judge } from './receive-answer.ts';
import { dropSpent, fetchNext } from './receive-components.ts';
import { askMetadata, listWanted } from './receive-metadata.ts';
import { postReceipt, postRefusal, signReceipt } from './receive-reply.ts';
import type { Receiving } from './receive-step.ts';
import type { PenStep } from './step.ts';

/**
 * Receiving a trâmite: metadata → what is wanted → each component in parts → what speaks against it → the answer of the
 * person or the setting → receipt signed and posted, or refusal posted.
 */
export const toReceive = (entry: PenEntry, idt: number, tools: Receiving): PenStep | 'done' => {
  const notes = entry.progress.receive ?? {};
  const receipt = { entry, idt, notes, tools };
  const { metadataSha256, wanted, spent, problems, answer, answeredAt } = notes;
  if (metadataSha256 === undefined) return askMetadata(receipt);
  if (!wanted) return listWanted(receipt, metadataSha256);
  if (spent) return dropSpent(receipt, spent);
  const fetching = fetchNext(receipt, wanted);
  if (fetching) return fetching;
  if (!problems) return judge(receipt, metadataSha256);
  if (!answer) return answerByPerson(receipt);
  if (answeredAt !== undefined) return 'done';
  if (answer.kind === 'refuse') return postRefusal(receipt, answer);
  return notes.receipt
    ? postReceipt(receipt, notes.receipt)
    : signReceipt(receipt, metadataSha256, wanted);
};
