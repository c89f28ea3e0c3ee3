import { isJsonObject, parseJson } from '../../base/json.ts';
import { type Difference, differences } from '../../draft/differences.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import { stores } from '../stores.ts';

export type { Difference };

/**
 * What the court held at the last look (`before`) and what is held here (`after`), where they differ; `undefined` where
 * its content is not kept.
 */
export const courtDifferences = async (
  { look }: CourtDelivery,
  held: Delivery,
): Promise<Difference[] | undefined> => {
  const content = look?.differs === undefined ? undefined : await stores.files.get(look.differs);
  const there = content && parseJson(await content.text());
  const here = parseJson(held.body.text);
  if (!isJsonObject(there) || !isJsonObject(here)) return undefined;
  return differences(there, here);
};
