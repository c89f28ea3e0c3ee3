import { differenceOf, type LayoutChange } from '../layout/difference.ts';
import type { FormerVersion, LayoutId, ObjectField } from '../layout/types.ts';
import { formOf } from './layout-form.ts';
import { type LayoutPeriod, schemaOf } from './layouts.ts';
import { layouts } from './state.ts';

export type { LayoutChange };

/** A version of a layout that is kept here. */
export interface KeptVersion extends LayoutPeriod, FormerVersion {
  /** When the court last said that it is this one; epoch ms UTC. */
  askedAt: number;
  /** Another took its place. */
  isFormer: boolean;
}

/** A layout with its versions, of the newest month first, within a month the newest first. */
export interface KeptLayout extends LayoutId {
  versions: KeptVersion[];
}

/** All that is kept, by layout. */
export const keptLayouts = (): KeptLayout[] => {
  const byLayout = new Map<string, KeptLayout>();
  for (const layout of layouts.value.toSorted(newestMonthFirst)) {
    const { spc, slp, mes, ano, former = [] } = layout;
    const name = `${spc}/${slp}`;
    const kept = byLayout.get(name) ?? { spc, slp, versions: [] };
    const versions = [...former, layout].reverse().map(({ sha256, source, fetchedAt }) => ({
      ...{ spc, slp, mes, ano, sha256, source, fetchedAt },
      askedAt: layout.askedAt ?? layout.fetchedAt,
      isFormer: sha256 !== layout.sha256,
    }));
    kept.versions.push(...versions);
    byLayout.set(name, kept);
  }
  return [...byLayout.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
};

const nameOf = ({ spc, slp }: LayoutId): string => `${spc}/${slp}`;
const newestMonthFirst = (a: LayoutPeriod, b: LayoutPeriod): number =>
  b.ano - a.ano || b.mes - a.mes;

/** What changed between two versions, with the forms whose labels name the fields. */
export interface VersionDifference {
  changes: LayoutChange[];
  before: ObjectField;
  after: ObjectField;
}

/** Compares two versions; `undefined` where the schema of one of them is not kept any more. */
export const compareVersions = async (
  before: KeptVersion,
  after: KeptVersion,
): Promise<VersionDifference | undefined> => {
  const [was, is] = await Promise.all([schemaOf(before.sha256), schemaOf(after.sha256)]);
  if (!was || !is) return undefined;
  return {
    changes: differenceOf(was, is),
    before: await formOf({ ...before, schema: was }),
    after: await formOf({ ...after, schema: is }),
  };
};
