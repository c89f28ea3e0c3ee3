import { newId } from '../../base/ids.ts';
import { isJsonObject, type JsonObject, parseJson, withTextsReplaced } from '../../base/json.ts';
import { ok, type Result } from '../../base/result.ts';
import { idsWithin } from '../../draft/ids-within.ts';
import { withFileIds } from '../../draft/intake/examine.ts';
import { lookThrough } from '../../draft/intake/look-through.ts';
import { asInitial, ofMonth, saysMonth } from '../../draft/intake/new-month.ts';
import type { Period } from '../../draft/intake/read-path.ts';
import type { Delivery } from '../../receipt/types.ts';
import type { CreateFault } from '../drafts/create-draft.ts';
import type { DraftSession } from '../drafts/draft-session.ts';
import { noteDrafts } from '../drafts/drafts.ts';
import { stores } from '../stores.ts';
import { draftOfDocument, type FileForField, type MadeDraft } from './draft-of-document.ts';
import { type LayoutAtHand, layoutsAtHand } from './layouts-at-hand.ts';

export { isCorrection } from '../../draft/intake/new-month.ts';

/** A draft made of another document, and what is to be told of it. */
export interface CopiedDraft extends MadeDraft {
  period: Period;
  /** Whether its layout is the very one the original was made with, and whence it is. */
  sameLayout: boolean;
  source: 'sample' | 'court';
  /** Whether the month that the data themselves name was changed with it. */
  monthChanged: boolean;
  /** Names of files that are no longer kept here. */
  missing: string[];
}

/** Copies a draft, its files and their signatures to another month. `keepsKind`: `codTipoEnvio` and its motive stay. */
export const copyDraft = async (
  session: Pick<DraftSession, 'draft' | 'document' | 'attachments'>,
  to: Period,
  keepsKind: boolean,
): Promise<Result<CopiedDraft, CreateFault>> => {
  const draft = session.draft.value;
  const found = await layoutsAtHand()({ ...draft, ...to });
  if (!found.ok) return found;
  const before = session.document.value;
  const attachments = idsWithin(before).flatMap((id) => session.attachments.value.get(id) ?? []);
  const newIds = new Map(attachments.map(({ id }) => [id, newId()]));
  const copied = withTextsReplaced(keepsKind ? before : asInitial(before), newIds);
  const document = ofMonth(isJsonObject(copied) ? copied : {}, draft, to);
  const made = await draftOfDocument(document, found.value, []);
  if (!made.ok) return made;
  for (const attachment of attachments) {
    const id = newIds.get(attachment.id) ?? newId();
    const copy = { ...attachment, id, draftId: made.value.draftId };
    const saved = await stores.drafts.saveAttachment(copy);
    if (saved.ok) continue;
    await stores.drafts.remove(made.value.draftId);
    return saved;
  }
  const monthChanged = saysMonth(before, draft);
  const { layoutSha256 } = draft;
  return done(made.value, found.value, { period: to, layoutSha256, monthChanged, missing: [] });
};

/**
 * Begins a draft with the content of a delivery, as an initial one: of its final body, with the files that are kept by
 * their hash in place of the court's ids. A field whose file is gone is left empty.
 */
export const startFromDelivery = async (
  delivery: Delivery,
  to: Period,
): Promise<Result<CopiedDraft, CreateFault>> => {
  const found = await layoutsAtHand()({ ...delivery, ...to });
  if (!found.ok) return found;
  const body = parseJson(delivery.body.text);
  const before: JsonObject = isJsonObject(body) ? body : {};
  const { kept, lost } = await deliveredFiles(delivery, before, found.value);
  const emptied = lost.map(({ pointer }) => ({ pointer, id: '' }));
  const document = ofMonth(withFileIds(asInitial(before), emptied), delivery, to);
  const made = await draftOfDocument(document, found.value, kept);
  if (!made.ok) return made;
  return done(made.value, found.value, {
    period: to,
    layoutSha256: delivery.layoutSha256,
    monthChanged: saysMonth(before, delivery),
    missing: lost.map(({ name }) => name),
  });
};

const done = (
  made: MadeDraft,
  { layout }: LayoutAtHand,
  {
    layoutSha256,
    ...told
  }: Pick<CopiedDraft, 'period' | 'monthChanged' | 'missing'> & {
    layoutSha256: string;
  },
): Result<CopiedDraft, never> => {
  noteDrafts();
  const sameLayout = layout.sha256 === layoutSha256;
  return ok({ ...made, ...told, sameLayout, source: layout.source });
};

const deliveredFiles = async (
  { files }: Delivery,
  body: JsonObject,
  { form }: LayoutAtHand,
): Promise<{ kept: FileForField[]; lost: { pointer: string; name: string }[] }> => {
  const kept: FileForField[] = [];
  const lost: { pointer: string; name: string }[] = [];
  for (const { pointer, name: id } of lookThrough(body, form).idsOfFiles) {
    const file = files.find(({ courtId }) => courtId === id);
    const content = file && (await stores.files.get(file.sentSha256));
    if (content) {
      const { size } = content;
      kept.push({ pointer, name: file.name, size, content: async () => content });
    } else lost.push({ pointer, name: file?.name ?? id });
  }
  return { kept, lost };
};
