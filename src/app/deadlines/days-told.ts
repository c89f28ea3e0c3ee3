import type { CivilDate } from '../../base/civil-date.ts';
import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import { type DeadlineRule, dayIn } from '../../deadline/rules.ts';
import { openDraft } from '../../draft/history.ts';
import type { Draft } from '../../draft/types.ts';
import { stores } from '../stores.ts';

// What a revision of a draft, or something delivered, says does not change.
const known = new Map<string, CivilDate | undefined>();

const once = async (
  key: string,
  read: () => Promise<Json | undefined>,
  from: string,
): Promise<CivilDate | undefined> => {
  const name = `${key} ${from}`;
  if (known.has(name)) return known.get(name);
  // One that cannot be read keeps nobody from the others.
  const payload = await read().catch(() => undefined);
  const day = isJsonObject(payload) ? dayIn(payload, from) : undefined;
  known.set(name, day);
  return day;
};

/** The day from which the deadline of a draft counts, as its document tells it. */
export const dayOfDraft = async (
  { id, rev }: Draft,
  rule: DeadlineRule,
): Promise<CivilDate | undefined> => {
  if (rule.kind !== 'business-days') return undefined;
  const document = async () => {
    const stored = await stores.drafts.load(id);
    return stored && openDraft(stored.snapshot, stored.changes).document;
  };
  return once(`${id} ${rev}`, document, rule.from);
};

/** The day from which the deadline of something delivered counts; `contentId`: its `Delivery.id`. */
export const dayOfContent = async (
  contentId: string,
  rule: DeadlineRule,
): Promise<CivilDate | undefined> => {
  if (rule.kind !== 'business-days') return undefined;
  const body = async () => parseJson((await stores.deliveries.load(contentId))?.body.text ?? '');
  return once(contentId, body, rule.from);
};
