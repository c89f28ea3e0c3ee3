import { representacaoInUse } from '../session/represented.ts';
import { ambiente } from '../state.ts';
import { stores } from '../stores.ts';
import { outlineOf, outlines } from './queue-records.ts';
import type { QueueEntry } from './types.ts';

/** The latest done entries of whom the person works for, and how many there are. */
export interface DoneEntries {
  entries: QueueEntry[];
  count: number;
}

/** Reads as many of them as are wanted, or a page more. */
export const doneEntries = async (wanted: number): Promise<DoneEntries> => {
  const where = [ambiente.value?.id ?? '', representacaoInUse.value] as const;
  const count = await stores.entryLists.doneCount(...where);
  const entries: QueueEntry[] = [];
  let page = await stores.entryLists.donePage(...where);
  entries.push(...page.entries.map(outlineOf));
  while (page.next && entries.length < wanted) {
    page = await stores.entryLists.donePage(...where, page.next);
    entries.push(...page.entries.map(outlineOf));
  }
  return { entries, count };
};

/** A done entry of this environment by its id, in whosever name. */
export const doneEntry = async (id: string): Promise<QueueEntry | undefined> => {
  const [entry] = await outlines([id]);
  const isDone = entry?.state.kind === 'done' && entry.ambiente === ambiente.value?.id;
  return isDone ? entry : undefined;
};
