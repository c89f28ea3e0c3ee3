import { sha256Hex } from '../../base/bytes.ts';
import { newId } from '../../base/ids.ts';
import type { Recognition } from '../../draft/intake/recognise.ts';
import type { Batch, BatchItem } from '../../store/batches.ts';
import { noteDrafts } from '../drafts/drafts.ts';
import type { ChosenFile } from '../files-to-sign/choose.ts';
import { type BroughtFile, openBrought, type RefusedZip } from '../intake/brought-files.ts';
import { layoutShapes, layoutsAtHand } from '../intake/layouts-at-hand.ts';
import { isJson } from '../intake/take-files.ts';
import { inTurn } from '../intake/turns.ts';
import { representacaoInUse } from '../session/represented.ts';
import { ambiente } from '../state.ts';
import { askToPersistOnce } from '../storage/room.ts';
import { clock, stores } from '../stores.ts';
import {
  batch,
  batches,
  bringing,
  broughtAgain,
  items,
  keepItems,
  questions,
} from './batch-state.ts';
import { takePayload } from './take-payload.ts';

/** Files of the batch that can be read now, by their paths; after a reload they have to be chosen again. */
let atHand: { batchId: string; files: Map<string, BroughtFile> } | undefined;

const filesOf = ({ id }: Batch): Map<string, BroughtFile> => {
  if (atHand?.batchId !== id) atHand = { batchId: id, files: new Map() };
  return atHand.files;
};

/** Whether something is still to be made of a file. */
export const isLeft = ({ kind, came }: BatchItem): boolean =>
  kind === 'payload' && (!came || came.kind === 'making' || came.kind === 'not-made');

/** Whether a file has to be chosen again to go on. */
export const isAway = (item: BatchItem): boolean =>
  isLeft(item) && !(atHand?.batchId === item.batchId && atHand.files.has(item.path));

/**
 * Takes what was chosen into the batch on the screen, or into a new one, and makes a draft of every payload that needs no
 * question. All that was brought is written down before the first draft is made.
 */
export const bring = (chosen: readonly ChosenFile[]): Promise<void> =>
  inTurn(async (signal) => {
    const { files, refused } = await openBrought(chosen);
    if (files.length + refused.length === 0) return;
    const of = batch.value ?? begin(chosen);
    if (!of) return;
    for (const file of files) filesOf(of).set(file.path, file);
    const inOrder = files.toSorted((a, b) => byName.compare(a.path, b.path));
    if (await list(of, inOrder, refused)) await takeLeft(of, signal);
  });

// A browser gives the files of a folder in no order.
const byName = new Intl.Collator('pt-BR', { numeric: true });

/** What a payload is, as far as the person says it. */
export type Answer = Pick<Recognition, 'layout' | 'period'>;

/** Says of several payloads what they are; drafts are made of those of which nothing is open any more. */
export const answer = (ns: readonly number[], said: Answer): Promise<void> =>
  inTurn(async (signal) => {
    const of = batch.value;
    if (!of) return;
    const asked = new Map(questions.value);
    const settled: BatchItem[] = [];
    for (const n of ns) {
      const item = items.value[n];
      const { layout, period } = { ...asked.get(n), ...said };
      if (item && layout && period) {
        asked.delete(n);
        const { spc, slp } = layout;
        settled.push({ ...item, what: { spc, slp, mes: period.mes, ano: period.ano } });
      } else {
        asked.set(n, { doubts: [], ...(layout && { layout }), ...(period && { period }) });
      }
    }
    if (!(await keepItems(of, settled)).ok) return;
    questions.value = asked;
    await takeLeft(of, signal);
  });

/** Goes on with what was stopped, or could not be made. */
export const bringRest = (): Promise<void> =>
  inTurn(async (signal) => {
    if (batch.value) await takeLeft(batch.value, signal);
  });

const begin = (chosen: readonly ChosenFile[]): Batch | undefined => {
  const where = ambiente.value;
  if (!where) return undefined;
  const now = clock.now();
  const begun: Batch = {
    ...{
      id: newId(),
      ambiente: where.id,
      schemaVersion: 1,
      rev: 1,
      createdAt: now,
      changedAt: now,
    },
    ...(representacaoInUse.value !== undefined && { representacao: representacaoInUse.value }),
    name: nameOf(chosen),
  };
  batch.value = begun;
  items.value = [];
  batches.value = [begun, ...batches.value];
  return begun;
};

/** Of the folder or ZIP; of files by themselves, none. */
const nameOf = ([first]: readonly ChosenFile[]): string => {
  const [name = '', ...below] = (first?.path ?? '').split('/');
  return below.length > 0 || /\.zip$/i.test(name) ? name : '';
};

/** Writes down what stands not in the batch yet; whether there was room for it. */
const list = async (
  of: Batch,
  files: readonly BroughtFile[],
  refused: readonly RefusedZip[],
): Promise<boolean> => {
  const listed = new Map(items.value.map((item) => [item.path, item]));
  const added: BatchItem[] = [];
  const closed: BatchItem[] = [];
  const { id: batchId, representacao } = of;
  const add = (item: Omit<BatchItem, 'batchId' | 'n'>) =>
    added.push({
      ...{ batchId, n: items.value.length + added.length, ...item },
      ...(representacao !== undefined && { representacao }),
    });
  let again = 0;
  for (const file of files) {
    const before = listed.get(file.path);
    if (!before || !(await isSame(before, file))) {
      if (before && isLeft(before)) closed.push(await replaced(before));
      add({ path: file.path, size: file.size, kind: isJson(file) ? 'payload' : 'file' });
    } else if (before.came && !isLeft(before)) again++;
  }
  for (const { path, fault: why } of refused) {
    const came = { kind: 'unreadable', reading: { fault: 'unreadable', why } } as const;
    if (!listed.has(path)) add({ path, size: 0, kind: 'zip', came });
  }
  broughtAgain.value = again;
  const asked = new Map(questions.value);
  for (const { n } of closed) asked.delete(n);
  questions.value = asked;
  return (await keepItems(of, [...closed, ...added])).ok;
};

/** Closes what is open under a path: its own bytes are gone. What was begun of it goes, unless it is a draft by now. */
const replaced = async (before: BatchItem): Promise<BatchItem> => {
  const draftId = before.came?.kind === 'making' ? before.came.draftId : undefined;
  const begun = draftId === undefined ? undefined : await stores.draftLists.head(draftId);
  if (begun && begun.rev > 1) {
    return { ...before, came: { kind: 'made', draftId: begun.id, files: [] } };
  }
  if (begun) await stores.drafts.remove(begun.id);
  return { ...before, came: { kind: 'replaced' } };
};

/** Whether a file is what stood under its path before; a payload that was read is known by its bytes. */
const isSame = async (before: BatchItem, file: BroughtFile): Promise<boolean> => {
  if (before.size !== file.size) return false;
  if (before.sha256 === undefined) return true;
  const sha256 = await file.content().then(sha256Hex, () => undefined);
  return sha256 === undefined || sha256 === before.sha256;
};

const takeLeft = async (of: Batch, signal: AbortSignal): Promise<void> => {
  const files = filesOf(of);
  const left = items.value.filter(
    (item) => isLeft(item) && files.has(item.path) && !questions.value.has(item.n),
  );
  if (left.length === 0) return;
  const others = [...files.values()].filter((file) => !isJson(file));
  bringing.value = { done: 0, total: left.length };
  try {
    const means = { of, others, shapes: await layoutShapes(), layoutOf: layoutsAtHand(), signal };
    for (const [done, item] of left.entries()) {
      bringing.value = { done, total: left.length };
      const file = files.get(item.path);
      if (file) await takePayload(item, file, means);
    }
  } finally {
    bringing.value = undefined;
    noteDrafts();
    void askToPersistOnce();
  }
};
