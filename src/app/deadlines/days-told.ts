import type { CivilDate } from '../../base/civil-date.ts';
import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import { type DeadlineRule, dayIn } from '../../deadline/rules.ts';
import { openDraft } from '../../draft/history.ts';
import type { Draft } from '../../draft/types.ts';
import { stores } from '../stores.ts';

// What a revision of a draft, or something delivered, says does not change.
const known = new Map<string, CivilDate | undefined>();

const once = async (
  name: string,
  read: () => Promise<CivilDate | undefined>,
): Promise<CivilDate | undefined> => {
  if (known.has(name)) return known.get(name);
  // One that cannot be read keeps nobody from the others.
  const day = await read().catch(() => undefined);
  known.set(name, day);
  return day;
};

const dayOf = (payload: Json | undefined, from: string): CivilDate | undefined =>
  isJsonObject(payload) ? dayIn(payload, from) : undefined;

/** The day from which the deadline of a draft counts, as its document tells it; the document is read once for each revision. */
export const dayOfDraft = async (
  draft: Draft,
  rule: DeadlineRule,
): Promise<CivilDate | undefined> => {
  if (rule.kind !== 'business-days') return undefined;
  const { from } = rule;
  return once(`${draft.id} ${draft.rev} ${from}`, async () => {
    const kept = await stores.draftLists.day(draft, from);
    if (kept !== undefined) return kept || undefined;
    const stored = await stores.drafts.load(draft.id);
    if (!stored) return undefined;
    const day = dayOf(openDraft(stored.snapshot, stored.changes).document, from);
    await stores.draftLists.saveDay(stored.draft, from, day ?? '');
    return day;
  });
};

/** The day from which the deadline of something delivered counts; `contentId`: its `Delivery.id`. */
export const dayOfContent = async (
  contentId: string,
  rule: DeadlineRule,
): Promise<CivilDate | undefined> => {
  if (rule.kind !== 'business-days') return undefined;
  const { from } = rule;
  return once(`${contentId} ${from}`, async () => {
    const delivery = await stores.deliveries.load(contentId);
    return dayOf(parseJson(delivery?.body.text ?? ''), from);
  });
};
