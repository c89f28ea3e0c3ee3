import { err, ok } from '../../base/result.ts';
import type { Period } from '../../draft/intake/read-path.ts';
import { MOST_PAYLOAD_BYTES } from '../../draft/intake/read-payload.ts';
import { recognise } from '../../draft/intake/recognise.ts';
import type { ChosenFile } from '../files-to-sign/choose.ts';
import type { LayoutPeriod } from '../layouts.ts';
import { ambiente } from '../state.ts';
import { type BroughtFile, openBrought, readFaultOf } from './brought-files.ts';
import { earlierDraftOf } from './earlier-drafts.ts';
import { examineInWorker, readInWorker } from './intake-client.ts';
import {
  type BroughtPayload,
  changePayload,
  otherFiles,
  payloads,
  refusedZips,
  unread,
  work,
} from './intake-state.ts';
import { layoutShapes, layoutsAtHand } from './layouts-at-hand.ts';
import { inTurn } from './turns.ts';

/** Reads what was chosen, says what it is, and examines what needs no question. Joins what was brought before. */
export const takeFiles = (chosen: readonly ChosenFile[]): Promise<void> =>
  inTurn(async (signal) => {
    const { files, refused } = await openBrought(chosen);
    refusedZips.value = [...refusedZips.value, ...refused];
    const others = files.filter((file) => !isJson(file));
    if (others.length > 0) {
      otherFiles.value = [...without(otherFiles.value, others), ...others];
      for (const { path } of payloads.value) changePayload(path, { examined: undefined });
    }
    await readAll(files.filter(isJson), signal);
    await examineAll(signal);
  });

/** Says of what layout and month a file is. */
export const settle = (path: string, { spc, slp, mes, ano }: LayoutPeriod): Promise<void> => {
  const known = { layout: { spc, slp }, period: { mes, ano }, doubts: [] };
  changePayload(path, { ...known, examined: undefined });
  return examineLeft();
};

/** Says the month of all files of which nothing says it. */
export const settleMonth = (period: Period): Promise<void> => {
  for (const payload of payloads.value) {
    if (payload.reading.ok && !payload.period)
      changePayload(payload.path, { period, examined: undefined });
  }
  return examineLeft();
};

/** Examines what was left when the person stopped. */
export const examineLeft = (): Promise<void> => inTurn(examineAll);

/** Whether a file is a payload, by its name. */
export const isJson = ({ path }: { path: string }): boolean => /\.json$/i.test(path);

/** A file that was chosen again takes the place of what it was. */
const without = <T extends { path: string }>(
  files: readonly T[],
  again: readonly { path: string }[],
): T[] => {
  const paths = new Set(again.map(({ path }) => path));
  return files.filter(({ path }) => !paths.has(path));
};

const readAll = async (files: readonly BroughtFile[], signal: AbortSignal): Promise<void> => {
  const shapes = await layoutShapes();
  unread.value = files.length;
  for (const [done, file] of files.entries()) {
    const onProgress = (share: number) => {
      work.value = { kind: 'reading', done, total: files.length, share };
    };
    onProgress(0);
    const { path, size } = file;
    const { reading, sha256 } = await readOne(file, onProgress, signal);
    const recognised = reading.ok
      ? recognise(path, reading.value.document, shapes)
      : { doubts: [] };
    const before = without(payloads.value, [file]);
    const twin = before.find((other) => sha256 !== undefined && other.sha256 === sha256)?.path;
    const earlierDraft =
      sha256 === undefined ? undefined : await earlierDraftOf(sha256, ambiente.value?.id);
    const payload: BroughtPayload = {
      ...{ path, size, reading, ...recognised },
      ...(sha256 !== undefined && { sha256 }),
      ...(twin !== undefined && { twin }),
      ...(earlierDraft !== undefined && { earlierDraft }),
      selected: twin === undefined && earlierDraft === undefined,
    };
    payloads.value = [...before, payload];
    unread.value--;
  }
};

/** Reads a payload that was brought; rejects where the person stops it. `onProgress`: from 0 to 1. */
export const readOne = async (
  { size, content }: BroughtFile,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Pick<BroughtPayload, 'reading' | 'sha256'>> => {
  // Not unpacked to be refused.
  if (size > MOST_PAYLOAD_BYTES) return { reading: err({ fault: 'too-large' }) };
  try {
    const read = await readInWorker(await content(), onProgress, signal);
    return read
      ? { reading: read.payload, sha256: read.sha256 }
      : { reading: err({ fault: 'unreadable', why: 'unreadable' }) };
  } catch (error) {
    signal.throwIfAborted();
    const fault = readFaultOf(error);
    if (fault) return { reading: err({ fault: 'unreadable', why: fault }) };
    throw error;
  }
};

/** Examines what is known well enough and was not examined yet. */
const examineAll = async (signal: AbortSignal): Promise<void> => {
  const layoutOf = layoutsAtHand();
  const paths = otherFiles.value.map(({ path }) => path);
  const left = payloads.value.filter(({ examined, outcome }) => !examined && !outcome?.ok);
  for (const [done, { path, reading, layout, period }] of left.entries()) {
    if (!reading.ok || !layout || !period) continue;
    work.value = { kind: 'examining', done, total: left.length, share: 0 };
    const found = await layoutOf({ ...layout, ...period });
    signal.throwIfAborted();
    if (!found.ok) {
      changePayload(path, { examined: found });
      continue;
    }
    const { document } = reading.value;
    const { layout: cached, form } = found.value;
    const { schema, sha256 } = cached;
    const at = { schema, sha256, form };
    const examined = ok(await examineInWorker(document, at, path, paths, signal));
    changePayload(path, { examined, form });
  }
};
