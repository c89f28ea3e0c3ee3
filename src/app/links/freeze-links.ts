import type { Json, JsonObject } from '../../base/json.ts';
import { type Pointer, pointerTokens } from '../../base/json-pointer.ts';
import { placeholdersWithin, withoutPlaceholders } from '../../base/placeholder.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Edit } from '../../draft/types.ts';
import type { ObjectField, Reference } from '../../layout/types.ts';
import { fieldAtTokens } from '../../layout/walk.ts';
import type { Earlier } from '../../protocol/recepcao/types.ts';
import type { Link } from './link.ts';
import { type LinkFault, linkFault, linksOf } from './link-faults.ts';
import type { LinkPlace } from './place.ts';

const untilAt = (form: ObjectField, pointer: Pointer): Reference['until'] => {
  const field = fieldAtTokens(form, pointerTokens(pointer));
  return (field?.kind === 'integer' && field.reference?.until) || 'delivered';
};

const hasCome = ({ standing, courtId }: Link, until: Reference['until']): boolean =>
  courtId !== undefined && (standing === 'homologated' || until === 'delivered');

/** The edit that puts in the court's numbers which have come since they were referred to; `undefined` for none. */
export const numbersThatCame = async (
  payload: JsonObject,
  form: ObjectField,
  place: LinkPlace,
): Promise<Edit | undefined> => {
  const placed = placeholdersWithin(payload);
  const links = await linksOf(placed, place);
  const edits = placed.flatMap(({ pointer, placeholder }): Edit[] => {
    const link = links.get(placeholder);
    if (!link || linkFault(link, place) || !hasCome(link, untilAt(form, pointer))) return [];
    return link.courtId === undefined ? [] : [{ op: 'set', pointer, value: link.courtId }];
  });
  return edits.length > 0 ? { op: 'several', edits } : undefined;
};

/** A payload as the court may be asked about it, with the numbers that have come; `undefined` where one has not. */
export const withNumbers = async (
  payload: JsonObject,
  place: LinkPlace,
): Promise<Json | undefined> => {
  const links = await linksOf(placeholdersWithin(payload), place);
  const known = withoutPlaceholders(payload, (each) => {
    const link = links.get(each);
    return (!linkFault(link, place) && link?.courtId) || each;
  });
  return placeholdersWithin(known).length > 0 ? undefined : known;
};

/** What an errand with this payload has to wait for, and where the numbers go that come of it. */
export const earlierFor = async (
  payload: JsonObject,
  form: ObjectField,
  place: LinkPlace,
): Promise<Result<Earlier[], LinkFault>> => {
  const placed = placeholdersWithin(payload);
  const links = await linksOf(placed, place);
  const after: Earlier[] = [];
  for (const { pointer, placeholder } of placed) {
    const link = links.get(placeholder);
    const fault = linkFault(link, place);
    if (fault) return err(fault);
    if (link?.entryId === undefined) return err('link-unknown');
    after.push({ entryId: link.entryId, until: untilAt(form, pointer), fills: pointer });
  }
  return ok(after);
};
