import type { BatchItem, BroughtFileFault, MakeFault } from '../../store/batches.ts';
import { type QueueEntry, type Standing, standingOf } from '../queue/types.ts';
import type { Checked } from './check.ts';
import type { Refused, SendFault } from './send-state.ts';

/** What became of a file, for the report on its batch: each file is in exactly one of these. */
export const LINE_STATES = [
  'homologated',
  'delivered',
  'uncertain',
  'on-queue',
  'refused',
  'given-up',
  'gone',
  'ready',
  'with-errors',
  'held',
  'draft-gone',
  'asked',
  'left',
  'repeated',
  'replaced',
  'unreadable',
  'attached',
  'not-attached',
  'left-over',
] as const;
export type LineState = (typeof LINE_STATES)[number];

/** One line of the report on a batch. */
export interface Line {
  item: BatchItem;
  state: LineState;
  draftId?: string;
  entry?: QueueEntry;
  checked?: Checked;
  /** Why it is not further. */
  fault?: SendFault | MakeFault;
  /** Of a file: the payload that names it. */
  namedBy?: { path: string; fault?: BroughtFileFault };
}

/** What the lines are made of; entries, checks and faults by the ids of drafts. */
export interface LineSources {
  entries: ReadonlyMap<string, QueueEntry>;
  /** Drafts whose entry is done and being read. */
  unread: ReadonlyMap<string, unknown>;
  checks: ReadonlyMap<string, Checked>;
  faults: ReadonlyMap<string, Refused>;
  /** `n` of the payloads of which something is to be said. */
  asked: ReadonlySet<number>;
}

/** What is to be said of every file of a batch: one line each, in the order they were brought. */
export const linesOf = (items: readonly BatchItem[], sources: LineSources): Line[] => {
  const named = new Map<string, NonNullable<Line['namedBy']>>();
  for (const { path, came } of items) {
    if (came?.kind !== 'made') continue;
    // What one draft could not take another may have taken.
    for (const { path: at, fault } of came.files) {
      if (fault === undefined) named.set(at, { path });
      else if (!named.has(at)) named.set(at, { path, fault });
    }
  }
  return items.map((item) =>
    item.kind === 'file' ? lineOfFile(item, named.get(item.path)) : lineOfPayload(item, sources),
  );
};

const lineOfFile = (item: BatchItem, namedBy: Line['namedBy']): Line => {
  if (!namedBy) return { item, state: 'left-over' };
  return { item, state: namedBy.fault === undefined ? 'attached' : 'not-attached', namedBy };
};

const lineOfPayload = (
  item: BatchItem,
  { entries, unread, checks, faults, asked }: LineSources,
): Line => {
  const { came, n } = item;
  switch (came?.kind) {
    case 'unreadable':
      return { item, state: 'unreadable' };
    case 'repeated':
      return { item, state: 'repeated', draftId: came.draftId };
    case 'replaced':
      return { item, state: 'replaced' };
    case 'not-made':
      return { item, state: 'left', fault: came.fault };
    case 'made':
      if (unread.has(came.draftId)) return { item, state: 'on-queue', draftId: came.draftId };
      return lineOfDraft(item, came.draftId, {
        entry: entries.get(came.draftId),
        checked: checks.get(came.draftId),
        refused: faults.get(came.draftId),
      });
    default:
      return { item, state: asked.has(n) ? 'asked' : 'left' };
  }
};

const lineOfDraft = (
  item: BatchItem,
  draftId: string,
  {
    entry,
    checked,
    refused,
  }: {
    entry: QueueEntry | undefined;
    checked: Checked | undefined;
    refused: Refused | undefined;
  },
): Line => {
  const line = { item, draftId, ...(checked && { checked }) };
  if (entry) return { ...line, state: stateOfEntry(entry), entry };
  if (checked?.fault === 'has-errors') return { ...line, state: 'with-errors' };
  // What was changed since and checked again is told by that check.
  const isOld = refused !== undefined && checked !== undefined && checked.rev > refused.rev;
  const fault = checked?.fault ?? (isOld ? undefined : refused?.fault);
  if (fault === undefined) return { ...line, state: checked ? 'ready' : 'left' };
  if (fault === 'no-such-draft') return { ...line, state: 'draft-gone' };
  return { ...line, state: 'held', fault };
};

const AT_COURT: Partial<Record<Standing, LineState>> = {
  homologated: 'homologated',
  there: 'delivered',
  gone: 'gone',
};

/** What is proven stands before what is doubted, and that before what the entry is about. */
const stateOfEntry = (entry: QueueEntry): LineState => {
  const standing = standingOf(entry);
  const proven = AT_COURT[standing];
  if (proven) return proven;
  if (standing !== 'nothing-there') return 'uncertain';
  if (entry.state.kind === 'rejected') return 'refused';
  return entry.state.kind === 'cancelled' ? 'given-up' : 'on-queue';
};
