import { isJsonObject, type JsonObject } from '../../base/json.ts';
import { placeholdersWithin, withoutPlaceholders } from '../../base/placeholder.ts';
import { linksOf } from './link-faults.ts';
import type { LinkPlace } from './place.ts';

/** A payload as it is shown or handed out: with the numbers that have come, and words where there is none yet. */
export const shownPayload = async (
  payload: JsonObject,
  place: LinkPlace,
  noNumber: string,
): Promise<JsonObject> => {
  const links = await linksOf(placeholdersWithin(payload), place);
  const shown = withoutPlaceholders(payload, (each) => links.get(each)?.courtId ?? noNumber);
  return isJsonObject(shown) ? shown : {};
};
