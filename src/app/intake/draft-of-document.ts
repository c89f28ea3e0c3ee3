import { MAX_FILE_BYTES } from '../../attachment/check.ts';
import type { Attachment } from '../../attachment/types.ts';
import { newId } from '../../base/ids.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { withFileIds } from '../../draft/intake/examine.ts';
import { newDraft } from '../../draft/new-draft.ts';
import { attachFile, type FileFault } from '../drafts/attach.ts';
import type { CreateFault } from '../drafts/create-draft.ts';
import { representacaoInUse } from '../session/represented.ts';
import { ambiente } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { readFaultOf } from './brought-files.ts';
import type { LayoutAtHand } from './layouts-at-hand.ts';

/** A file for a file field. */
export interface FileForField {
  pointer: Pointer;
  /** Its name alone, and its bytes. */
  name: string;
  size: number;
  /** Throws where it cannot be read. */
  content(): Promise<Blob>;
}

/** A draft that was made, and the files that were not taken into it. */
export interface MadeDraft {
  draftId: string;
  notAttached: { pointer: Pointer; name: string; fault: FileFault }[];
}

/** Where a draft belongs and in whose name it is made. */
interface DraftPlace {
  ambiente: string;
  representacao?: number;
}

const placeInUse = (): DraftPlace | undefined =>
  ambiente.value && {
    ambiente: ambiente.value.id,
    ...(representacaoInUse.value !== undefined && { representacao: representacaoInUse.value }),
  };

/**
 * Makes a draft of a document, with its files. It is kept before its files are, which may be many: where the window closes
 * in between, it lacks some, and its report says so. `place`: where the person works now, unless it is said.
 */
export const draftOfDocument = async (
  document: JsonObject,
  { layout, form }: LayoutAtHand,
  files: readonly FileForField[],
  id = newId(),
  place = placeInUse(),
): Promise<Result<MadeDraft, CreateFault>> => {
  if (!place) return err('no-ambiente');
  const { draft, snapshot } = newDraft(
    id,
    place.ambiente,
    layout,
    form,
    clock.now(),
    place.representacao,
  );
  const saved = await stores.drafts.save(draft, [], {
    snapshot: { ...snapshot, document },
    keptFrom: 1,
  });
  if (!saved.ok) return saved;
  const made: MadeDraft = { draftId: draft.id, notAttached: [] };
  const ids: { pointer: Pointer; id: string }[] = [];
  for (const file of files) {
    const { pointer, name } = file;
    const attached = await attach(draft.id, file);
    if (attached.ok) ids.push({ pointer, id: attached.value.id });
    else made.notAttached.push({ pointer, name, fault: attached.error });
  }
  if (ids.length === 0) return ok(made);
  const whole = await stores.drafts.save(
    { ...draft, rev: draft.rev + 1, changedAt: clock.now() },
    [],
    { snapshot: { ...snapshot, document: withFileIds(document, ids) }, keptFrom: 1 },
  );
  if (whole.ok) return ok(made);
  await stores.drafts.remove(draft.id);
  return whole;
};

const attach = async (
  draftId: string,
  { name, size, content }: FileForField,
): Promise<Result<Attachment, FileFault>> => {
  // Not unpacked to be refused.
  if (size > MAX_FILE_BYTES) return err('too-large');
  try {
    return await attachFile(draftId, new File([await content()], name));
  } catch (error) {
    if (readFaultOf(error)) return err('unreadable');
    throw error;
  }
};
