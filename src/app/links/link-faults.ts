import type { JsonObject } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { placeholdersWithin } from '../../base/placeholder.ts';
import { type Link, linkTo } from './link.ts';
import { isOfAnother, type LinkPlace } from './place.ts';

/** Why what a field refers to will never have a number for it. */
export type LinkFault = 'link-unknown' | 'link-came-to-nothing' | 'link-gone' | 'link-of-another';

/** What is wrong with what a placeholder stands for, if anything. */
export const linkFault = (link: Link | undefined, place: LinkPlace): LinkFault | undefined => {
  if (!link) return 'link-unknown';
  if (link.standing === 'came-to-nothing') return 'link-came-to-nothing';
  if (link.standing === 'gone') return 'link-gone';
  return isOfAnother(link, place) ? 'link-of-another' : undefined;
};

/** A field of a payload whose delivery to come will not come. */
export interface BrokenLink {
  pointer: Pointer;
  fault: LinkFault;
}

/** The fields of a payload that cannot be sent as they refer to what will not come. */
export const brokenLinks = async (
  payload: JsonObject,
  place: LinkPlace,
): Promise<readonly BrokenLink[]> => {
  const placed = placeholdersWithin(payload);
  const links = await linksOf(placed, place);
  return placed.flatMap(({ pointer, placeholder }) => {
    const fault = linkFault(links.get(placeholder), place);
    return fault ? [{ pointer, fault }] : [];
  });
};

/** What placeholders stand for, as it is now. */
export const linksOf = async (
  placed: readonly { placeholder: number }[],
  { ambiente }: LinkPlace,
): Promise<ReadonlyMap<number, Link | undefined>> => {
  const numbers = [...new Set(placed.map(({ placeholder }) => placeholder))];
  return new Map(
    await Promise.all(numbers.map(async (each) => [each, await linkTo(each, ambiente)] as const)),
  );
};
