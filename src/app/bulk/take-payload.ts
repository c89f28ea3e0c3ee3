import { sha256Hex } from '../../base/bytes.ts';
import { newId } from '../../base/ids.ts';
import type { JsonObject } from '../../base/json.ts';
import { ok, type Result } from '../../base/result.ts';
import { openDraft } from '../../draft/history.ts';
import { idsWithin } from '../../draft/ids-within.ts';
import type { LayoutShape } from '../../draft/intake/layout-shape.ts';
import { recognise } from '../../draft/intake/recognise.ts';
import { payloadOf } from '../../draft/payload.ts';
import type { Batch, BatchItem, BatchOutcome, MakeFault } from '../../store/batches.ts';
import type { BroughtFile } from '../intake/brought-files.ts';
import { draftOfDocument } from '../intake/draft-of-document.ts';
import { noteDraftOf } from '../intake/earlier-drafts.ts';
import { examineInWorker } from '../intake/intake-client.ts';
import type { layoutsAtHand } from '../intake/layouts-at-hand.ts';
import { readOne } from '../intake/take-files.ts';
import { stores } from '../stores.ts';
import { batch, keepItems, questions } from './batch-state.ts';
import { broughtBefore } from './brought-before.ts';

interface Means {
  of: Batch;
  /** Files brought that are no payloads. */
  others: readonly BroughtFile[];
  shapes: readonly LayoutShape[];
  layoutOf: ReturnType<typeof layoutsAtHand>;
  signal: AbortSignal;
}

/** Reads a payload and makes its draft, unless it has to be asked about or was brought before. */
export const takePayload = async (
  listed: BatchItem,
  file: BroughtFile,
  means: Means,
): Promise<void> => {
  const { of, signal, shapes } = means;
  const { reading, sha256 } = await readOne(file, () => undefined, signal);
  const item: BatchItem = { ...listed, ...(sha256 !== undefined && { sha256 }) };
  const came = async (outcome: BatchOutcome, known = item) =>
    void (await keepItems(of, [{ ...known, came: outcome }]));
  if (!reading.ok) return came({ kind: 'unreadable', reading: reading.error });

  const { document } = reading.value;
  const recognised = recognise(item.path, document, shapes);
  const { layout, period } = recognised;
  const what = item.what ?? (layout && period && { ...whatOf(layout), ...period });
  if (!what) {
    await keepItems(of, [item]);
    // Those of the batch on the screen; of another it is asked when that is shown again.
    if (batch.value?.id === of.id) {
      questions.value = new Map(questions.value).set(item.n, recognised);
    }
    return;
  }
  const known: BatchItem = { ...item, what };
  const before = await broughtBefore(of, known);
  if (before) return came({ kind: 'repeated', ...before }, known);

  const draftId = item.came?.kind === 'making' ? item.came.draftId : newId();
  await came({ kind: 'making', draftId }, known);
  const made = await makeDraft(draftId, { ...known, what }, document, means);
  if (!made.ok) return came({ kind: 'not-made', fault: made.error }, known);
  if (sha256 !== undefined) await noteDraftOf(sha256, draftId);
  await came({ kind: 'made', draftId, files: made.value }, known);
};

const whatOf = ({ spc, slp }: { spc: string; slp: string }) => ({ spc, slp });

type BroughtFiles = Extract<BatchOutcome, { kind: 'made' }>['files'];

const makeDraft = async (
  draftId: string,
  { what, path }: BatchItem & Required<Pick<BatchItem, 'what'>>,
  document: JsonObject,
  { of, layoutOf, others, signal }: Means,
): Promise<Result<BroughtFiles, MakeFault>> => {
  const found = await layoutOf(what);
  if (!found.ok) return found;
  const { layout, form } = found.value;
  const at = { schema: layout.schema, sha256: layout.sha256, form };
  const paths = others.map((other) => other.path);
  const { files } = await examineInWorker(document, at, path, paths, signal);
  const wanted = files.flatMap(({ pointer, path: at }) => {
    const file = others.find((other) => other.path === at);
    return file ? [{ pointer, file }] : [];
  });
  // One that was cut off in the making is made again; one that is whole, or was changed since, is left alone.
  const left = await stores.draftLists.head(draftId);
  if (left && left.rev > 1) {
    return ok(
      await filesIn(
        draftId,
        wanted.map(({ file }) => file),
      ),
    );
  }
  if (left) await stores.drafts.remove(draftId);
  const taken = wanted.map(({ pointer, file: { path: whole, size, content } }) => {
    const name = whole.slice(whole.lastIndexOf('/') + 1);
    return { pointer, name, size, content };
  });
  const made = await draftOfDocument(document, found.value, taken, draftId, of);
  if (!made.ok) return made;
  const faults = new Map(made.value.notAttached.map(({ pointer, fault }) => [pointer, fault]));
  return ok(
    wanted.map(({ pointer, file }) => {
      const fault = faults.get(pointer);
      return { path: file.path, ...(fault !== undefined && { fault }) };
    }),
  );
};

/** Which of the files a draft names. */
const filesIn = async (draftId: string, files: readonly BroughtFile[]): Promise<BroughtFiles> => {
  const stored = await stores.drafts.load(draftId);
  const document = stored ? openDraft(stored.snapshot, stored.changes).document : {};
  const named = new Set(idsWithin(payloadOf(document)));
  const attachments = await stores.drafts.attachments(draftId);
  const held = attachments.filter(({ id }) => named.has(id)).map(({ chosen }) => chosen);
  const found: BroughtFiles = [];
  for (const { path, size, content } of files) {
    const alike = held.filter((chosen) => chosen.size === size);
    const sha256 = alike.length > 0 ? await content().then(sha256Hex, () => undefined) : undefined;
    const isHeld = alike.some((chosen) => chosen.sha256 === sha256);
    found.push({ path, ...(!isHeld && { fault: 'not-in-draft' }) });
  }
  return found;
};
