import { sameJson } from '../../base/canonical-json.ts';
import type { Clock } from '../../base/clock.ts';
import type { Json } from '../../base/json.ts';
import type { Owner } from '../../outbox/types.ts';
import type { WholeDraft, WholeWork } from '../../store/whole.ts';
import { disowned } from './disowned.ts';
import { logRelation } from './log-relation.ts';
import { type BatchLeftOut, mergeBatches } from './merge-batches.ts';
import { type DeadlinesLeftOut, mergeDeadlines } from './merge-deadlines.ts';
import { mergePen, type ProcessLeftOut } from './merge-pen.ts';
import { restoredDeliveries } from './restored-deliveries.ts';

/** What of a copy was not taken because something else stands here. */
export type LeftOut = WorkLeftOut | ProcessLeftOut | BatchLeftOut | DeadlinesLeftOut;

interface WorkLeftOut {
  what: 'draft' | 'entry';
  /** `newer-here`: this browser went on with it. `different`: both did, each in its own way. */
  why: 'newer-here' | 'different';
  of: { spc: string; slp: string; mes: number; ano: number };
}

/** What restoring a copy writes. */
export interface Merge {
  work: WholeWork;
  /** The revision by which each draft and entry that is replaced stands here. */
  revs: Map<string, number>;
  leftOut: LeftOut[];
}

/** How what is here and what is in the copy are related. */
export type Relation = 'same' | 'continued' | 'newer-here' | 'different';

/**
 * What of a copy is to be written over what is here: what is missing, and what goes on exactly from what is here. Nothing
 * newer or different is ever replaced. Every unfinished entry is disowned: nothing is sent before the person says so.
 */
export const merge = async (
  here: WholeWork,
  copy: WholeWork,
  { me, madeBy }: { me: string; madeBy: Owner },
  clock: Clock,
): Promise<Merge> => {
  const revs = new Map<string, number>();
  const leftOut: WorkLeftOut[] = [];
  const isTaken = (
    what: WorkLeftOut['what'],
    of: WorkLeftOut['of'],
    mine: { id: string; rev: number } | undefined,
    relation: Relation,
  ): boolean => {
    if (!mine) return true;
    if (relation === 'continued') revs.set(mine.id, mine.rev);
    else if (relation !== 'same') leftOut.push({ what, why: relation, of });
    return relation === 'continued';
  };

  const myDrafts = new Map(here.drafts.map((each) => [each.draft.id, each]));
  const drafts = copy.drafts.filter((each) => {
    const mine = myDrafts.get(each.draft.id);
    return isTaken('draft', each.draft, mine?.draft, draftRelation(mine, each));
  });
  const myEntries = new Map(here.entries.map((each) => [each.entry.id, each]));
  const entries = copy.entries.filter((each) => {
    const mine = myEntries.get(each.entry.id);
    return isTaken('entry', each.entry.frozen, mine?.entry, logRelation(mine, each));
  });
  const myDeliveries = new Map(here.deliveries.map((each) => [each.id, each.rev]));
  const myLayouts = new Set(here.layouts.map(layoutKey));
  const myCertificates = new Set(here.certificates.map(({ summary }) => summary.fingerprint));
  const deliveries = copy.deliveries.filter(({ id, rev }) => (myDeliveries.get(id) ?? 0) < rev);
  const pen = await mergePen(here.pen, copy.pen, madeBy, clock);
  for (const [id, rev] of pen.revs) revs.set(id, rev);
  const batches = mergeBatches(here.batches, copy.batches);
  const deadlines = mergeDeadlines(here.deadlines, copy.deadlines, { me, madeBy });
  return {
    work: {
      pen: pen.work,
      drafts,
      entries: await Promise.all(entries.map((each) => disowned(each, madeBy, clock))),
      deliveries,
      courtDeliveries: restoredDeliveries(here.courtDeliveries, copy),
      batches: batches.taken,
      deadlines: deadlines.taken,
      layouts: copy.layouts.filter((layout) => !myLayouts.has(layoutKey(layout))),
      certificates: copy.certificates.filter(
        ({ summary }) => !myCertificates.has(summary.fingerprint),
      ),
    },
    revs,
    leftOut: [...leftOut, ...pen.leftOut, ...batches.leftOut, ...deadlines.leftOut],
  };
};

const layoutKey = ({ spc, slp, ano, mes }: WorkLeftOut['of']) => `${spc}/${slp}/${ano}/${mes}`;

const draftRelation = (mine: WholeDraft | undefined, copied: WholeDraft): Relation => {
  if (!mine) return 'continued';
  if (mine.draft.rev > copied.draft.rev) return 'newer-here';
  if (mine.draft.rev === copied.draft.rev) return isSame(mine, copied) ? 'same' : 'different';
  // The last thing typed here stands in the copy's history, too.
  const last = mine.changes.at(-1);
  const goesOn = last
    ? copied.changes.some((change) => change.seq === last.seq && isSame(change, last))
    : mine.snapshot.seq === 0;
  return goesOn ? 'continued' : 'different';
};

const isSame = (a: object, b: object): boolean => sameJson(asJson(a), asJson(b));

// Members that are `undefined` are none in JSON.
const asJson = (value: object): Json => JSON.parse(JSON.stringify(value));
