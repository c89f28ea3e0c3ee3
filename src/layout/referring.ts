import { isJsonObject, type Json } from '../base/json.ts';
import { pointerTokens } from '../base/json-pointer.ts';
import { SIDE_FILES } from './side.ts';
import type { LayoutId } from './types.ts';

/** A layout with members that may hold the number of another delivery. */
export interface ReferringLayout extends LayoutId {
  members: ReadonlySet<string>;
}

/** The layouts whose deliveries may refer to one of this layout. */
export const referringLayouts = async ({ spc, slp }: LayoutId): Promise<ReferringLayout[]> => {
  const all = await Promise.all(
    Object.entries(SIDE_FILES).map(async ([name, load]) => {
      const { fields } = (await load()).default;
      const members = Object.entries(fields)
        .filter(([, field]) => field.refersTo?.includes(`${spc}/${slp}`))
        .map(([pointer]) => pointerTokens(pointer).at(-1) ?? '');
      const [accounts = '', layout = ''] = name.split('/');
      return { spc: accounts, slp: layout, members: new Set(members) };
    }),
  );
  return all.filter(({ members }) => members.size > 0);
};

/** Whether a payload of that layout holds the number of a delivery in one of these members. */
export const refersTo = (
  payload: Json,
  courtId: number,
  { members }: Pick<ReferringLayout, 'members'>,
): boolean => {
  if (Array.isArray(payload)) return payload.some((row) => refersTo(row, courtId, { members }));
  if (!isJsonObject(payload)) return false;
  return Object.entries(payload).some(
    ([name, value]) =>
      (value === courtId && members.has(name)) || refersTo(value, courtId, { members }),
  );
};
