import type { Clock } from '../../base/clock.ts';
import type { Writings } from '../../base/record.ts';
import type { Owner } from '../../outbox/types.ts';
import type { WholePen } from '../../store/whole-pen.ts';
import { disowned } from './disowned.ts';
import { logRelation } from './log-relation.ts';
import type { Relation } from './merge.ts';

/** A process of which the copy was not taken. */
export interface ProcessLeftOut {
  what: 'process';
  why: 'newer-here' | 'different';
  of: { protocolo: string };
}

interface PenMerge {
  work: WholePen;
  /** The revision by which each record that is replaced stands here. */
  revs: [id: string, rev: number][];
  leftOut: ProcessLeftOut[];
}

/** What of a copy is to be written of processes, trâmites and entries of PEN; by the same rules as everything else. */
export const mergePen = async (
  here: WholePen,
  copy: WholePen,
  madeBy: Owner,
  clock: Clock,
): Promise<PenMerge> => {
  const leftOut: ProcessLeftOut[] = [];
  const processes = pick(here.processes, copy.processes, ({ protocolo }, why) => {
    leftOut.push({ what: 'process', why, of: { protocolo } });
  });
  // What the platform says of a trâmite it says again when it is asked: nobody need be told.
  const tramites = pick(here.tramites, copy.tramites, () => {});
  const mine = new Map(here.entries.map((each) => [each.entry.id, each]));
  const entries = copy.entries.filter(
    (each) => logRelation(mine.get(each.entry.id), each) === 'continued',
  );
  const replaced = entries.flatMap(({ entry }) => mine.get(entry.id)?.entry ?? []);
  return {
    work: {
      processes: processes.taken,
      tramites: tramites.taken,
      entries: await Promise.all(entries.map((each) => disowned(each, madeBy, clock))),
    },
    revs: [
      ...processes.revs,
      ...tramites.revs,
      ...replaced.map(({ id, rev }): [string, number] => [id, rev]),
    ],
    leftOut,
  };
};

interface Written extends HasWritings {
  id: string;
  rev: number;
}

interface HasWritings {
  writings?: Writings;
}

const pick = <T extends Written>(
  here: readonly T[],
  copied: readonly T[],
  leave: (each: T, why: ProcessLeftOut['why']) => void,
): { taken: T[]; revs: [string, number][] } => {
  const mine = new Map(here.map((each) => [each.id, each]));
  const taken = copied.filter((each) => {
    const relation = writtenRelation(mine.get(each.id), each);
    if (relation === 'newer-here' || relation === 'different') leave(each, relation);
    return relation === 'continued';
  });
  const revs = taken.flatMap(({ id }): [string, number][] => {
    const known = mine.get(id);
    return known ? [[id, known.rev]] : [];
  });
  return { taken, revs };
};

/** By who wrote each how often: one that has all writings of the other goes on from it. */
export const writtenRelation = (mine: HasWritings | undefined, copied: HasWritings): Relation => {
  if (!mine) return 'continued';
  const [here, there] = [mine.writings ?? {}, copied.writings ?? {}];
  const isAllThere = hasAll(there, here);
  if (hasAll(here, there)) return isAllThere ? 'same' : 'newer-here';
  return isAllThere ? 'continued' : 'different';
};

const hasAll = (of: Writings, others: Writings): boolean =>
  Object.entries(others).every(([browser, count]) => (of[browser] ?? 0) >= count);
