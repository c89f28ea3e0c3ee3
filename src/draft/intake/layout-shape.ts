import { isJsonObject, type JsonObject } from '../../base/json.ts';
import type { LayoutId } from '../../layout/types.ts';

/** What tells documents of a layout from those of others. */
export interface LayoutShape extends LayoutId {
  /** Members of the root that the layout knows, and those it demands. */
  members: ReadonlySet<string>;
  required: readonly string[];
}

/** The shape of a layout by its schema. */
export const shapeOf = (
  { spc, slp }: LayoutId,
  { properties, required }: JsonObject,
): LayoutShape => ({
  ...{ spc, slp },
  members: new Set(isJsonObject(properties) ? Object.keys(properties) : []),
  required: Array.isArray(required) ? required.map(String) : [],
});
