import { isJsonObject } from '../../base/json.ts';
import { type Pointer, pointerTokens } from '../../base/json-pointer.ts';
import type { RememberedMatches } from '../../draft/table/match-columns.ts';
import { normalised } from '../../draft/table/normalised.ts';
import type { LayoutId } from '../../layout/types.ts';
import { stores } from '../stores.ts';

/** One memory for an array, in whichever row it stands. */
const nameOf = ({ spc, slp }: LayoutId, pointer: Pointer): string => {
  const path = pointerTokens(pointer).map((token) => (/^\d+$/.test(token) ? '*' : token));
  return `columns:${spc}/${slp}/${path.join('/')}`;
};

/** Which headings of files went where, the last time that rows were imported into an array. */
export const rememberedMatches = async (
  layout: LayoutId,
  pointer: Pointer,
): Promise<RememberedMatches> => {
  const kept = await stores.settings.get(nameOf(layout, pointer));
  if (!isJsonObject(kept)) return {};
  const texts = Object.entries(kept).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return Object.fromEntries(texts);
};

/** Remembers where the columns of a file went. `target`: a `TableTarget.key`, `''` for one that was not imported. */
export const rememberMatches = async (
  layout: LayoutId,
  pointer: Pointer,
  chosen: readonly { heading: string; target: string }[],
): Promise<void> => {
  const added = chosen
    .filter(({ heading }) => normalised(heading) !== '')
    .map(({ heading, target }): [string, string] => [normalised(heading), target]);
  const before = await rememberedMatches(layout, pointer);
  await stores.settings.set(nameOf(layout, pointer), { ...before, ...Object.fromEntries(added) });
};
