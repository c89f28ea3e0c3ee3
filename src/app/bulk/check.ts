import { signal } from '@preact/signals';
import type { Attachment } from '../../attachment/types.ts';
import type { JsonObject } from '../../base/json.ts';
import type { ObjectField } from '../../layout/types.ts';
import type { ReportEntry } from '../../validation/report.ts';
import {
  type DraftSession,
  filesOf,
  type OpenFault,
  openSession,
} from '../drafts/draft-session.ts';
import { wasQueued } from '../drafts/draft-state.ts';
import { type QueueFault, queueFault } from '../drafts/put-on-queue.ts';
import { reportsInTurn } from '../drafts/running-report.ts';
import { needsSignature } from '../drafts/sign-files.ts';
import { stores } from '../stores.ts';

/** A draft as it was found when it was last checked. */
export interface Checked {
  /** Of the draft then. */
  rev: number;
  /** What keeps it from the queue; files without a signature do not, they are signed on the way. */
  fault?: Exclude<QueueFault, 'not-signed'> | OpenFault;
  /** Of a draft with errors: the report, and what it speaks of. */
  report?: { entries: readonly ReportEntry[]; form: ObjectField; payload: JsonObject };
  /** Files to be signed first. */
  unsigned: readonly Attachment[];
}

/** By the ids of drafts. */
export const checks = signal<ReadonlyMap<string, Checked>>(new Map());
export const checking = signal<{ done: number; total: number } | undefined>(undefined);

let before: Promise<void> = Promise.resolve();

/** Checks those drafts that are on no queue and were changed since, or never checked; after those of earlier calls. */
export const checkDrafts = (draftIds: readonly string[], signal?: AbortSignal): Promise<void> => {
  const checked = before.then(() => checkInTurn(draftIds, signal));
  before = checked.catch(() => undefined);
  return checked;
};

const checkInTurn = async (draftIds: readonly string[], signal?: AbortSignal): Promise<void> => {
  checking.value = { done: 0, total: 0 };
  const reports = reportsInTurn();
  try {
    const wanted = await outdated(draftIds);
    for (const [done, draftId] of wanted.entries()) {
      if (signal?.aborted) return;
      checking.value = { done, total: wanted.length };
      const checked = await check(draftId, reports.reporting);
      checks.value = new Map(checks.value).set(draftId, checked);
    }
  } finally {
    reports.end();
    checking.value = undefined;
  }
};

const outdated = async (draftIds: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const draftId of draftIds) {
    if (wasQueued(draftId)) continue;
    const head = await stores.draftLists.head(draftId);
    const known = checks.value.get(draftId);
    if (!known || known.rev !== (head?.rev ?? 0)) found.push(draftId);
  }
  return found;
};

const check = async (
  draftId: string,
  reporting: ReturnType<typeof reportsInTurn>['reporting'],
): Promise<Checked> => {
  const session = await openSession(draftId, reporting);
  if (typeof session === 'string') return { rev: 0, fault: session, unsigned: [] };
  try {
    await session.judged();
    return checkedOf(session);
  } finally {
    session.close();
  }
};

const checkedOf = (session: DraftSession): Checked => {
  const { draft, report, form, payload } = session;
  const found = queueFault(session);
  const entries = report.value;
  return {
    rev: draft.value.rev,
    ...(found !== undefined && found !== 'not-signed' && { fault: found }),
    ...(entries.length > 0 && { report: { entries, form, payload: payload.value } }),
    unsigned: filesOf(session).filter(needsSignature),
  };
};
