import { noteDrafts } from '../drafts/drafts.ts';
import { askToPersistOnce } from '../storage/room.ts';
import { draftOfDocument, type FileForField } from './draft-of-document.ts';
import { noteDraftOf } from './earlier-drafts.ts';
import {
  type BroughtPayload,
  changePayload,
  otherFiles,
  selectedPayloads,
  work,
} from './intake-state.ts';
import { layoutsAtHand } from './layouts-at-hand.ts';
import { inTurn } from './turns.ts';

/** Makes a draft of every selected file, one after another. */
export const createDrafts = (): Promise<void> =>
  inTurn(async (signal) => {
    const layoutOf = layoutsAtHand();
    const chosen = selectedPayloads.value;
    try {
      for (const [done, payload] of chosen.entries()) {
        if (signal.aborted) return;
        work.value = { kind: 'creating', done, total: chosen.length, share: 0 };
        await createOne(payload, layoutOf);
      }
    } finally {
      noteDrafts();
      void askToPersistOnce();
    }
  });

const createOne = async (
  payload: BroughtPayload,
  layoutOf: ReturnType<typeof layoutsAtHand>,
): Promise<void> => {
  const { path, sha256, reading, layout, period } = payload;
  if (!reading.ok || !layout || !period) return;
  const found = await layoutOf({ ...layout, ...period });
  const outcome = found.ok
    ? await draftOfDocument(reading.value.document, found.value, filesOf(payload))
    : found;
  if (outcome.ok && sha256 !== undefined) await noteDraftOf(sha256, outcome.value.draftId);
  changePayload(path, { outcome });
};

const filesOf = ({ examined }: BroughtPayload): FileForField[] => {
  const files = examined?.ok ? examined.value.files : [];
  return files.flatMap(({ pointer, path }) => {
    const file = otherFiles.value.find((each) => each.path === path);
    if (!file) return [];
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    return [{ pointer, name, size: file.size, content: file.content }];
  });
};
