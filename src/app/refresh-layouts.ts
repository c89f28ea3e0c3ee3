import { effect } from '@preact/signals';
import type { Draft } from '../draft/types.ts';
import type { CachedLayout } from '../layout/types.ts';
import { stateOfDraft } from './drafts/draft-state.ts';
import { findDrafts } from './drafts/find-drafts.ts';
import { fetchLayout, type LayoutFault, type LayoutPeriod } from './layouts.ts';
import { ambiente, layouts, newVersions, reach } from './state.ts';
import { clock } from './stores.ts';
import { tryLock } from './tabs.ts';

/** So long (ms) the court's word counts when it is reached again, and while it goes on being reached. */
const RECENT_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;
const LOOK_MS = 3_600_000;

/** Asks for the layouts in use at the start, when the court is reached again, and once a day. */
export const startRefreshing = (): void => {
  if (navigator.onLine) void refreshLayouts(0);
  let before = reach.value.kind;
  effect(() => {
    const { kind } = reach.value;
    if (before === 'not-reached' && kind === 'reached') void refreshLayouts(RECENT_MS);
    before = kind;
  });
  setInterval(() => void refreshLayouts(DAY_MS), LOOK_MS);
};

/**
 * Asks the court again, one after another, for the layouts of the drafts that are not delivered; nothing that was asked
 * less than `olderThan` ms ago. Without an answer it ends: the next time comes by itself. No draft is touched.
 */
export const refreshLayouts = async (
  olderThan: number,
): Promise<LayoutFault | 'elsewhere' | undefined> => {
  const lock = await tryLock('refresh-layouts', {});
  if (!lock) return 'elsewhere';
  try {
    for (const before of await layoutsInUse()) {
      if (clock.now() - (before.askedAt ?? before.fetchedAt) < olderThan) continue;
      const now = await fetchLayout(before);
      if (!now.ok && now.error === 'no-answer') return now.error;
      if (now.ok && now.value.sha256 !== before.sha256) tell(now.value);
    }
    return undefined;
  } finally {
    lock.release();
  }
};

const tell = (layout: CachedLayout): void => {
  const others = newVersions.value.filter((each) => !isOfMonth(each, layout));
  newVersions.value = [...others, layout];
};

/** The person was told. */
export const newVersionsRead = (): void => {
  newVersions.value = [];
};

const isOfMonth = (a: LayoutPeriod, b: LayoutPeriod): boolean =>
  a.spc === b.spc && a.slp === b.slp && a.mes === b.mes && a.ano === b.ano;

const layoutsInUse = async (): Promise<CachedLayout[]> => {
  const inUse = new Set<CachedLayout>();
  for await (const page of draftsToSend(() => true)) {
    for (const layout of layouts.value) {
      if (page.some((draft) => isOfMonth(layout, draft))) inUse.add(layout);
    }
  }
  return [...inUse];
};

/** The drafts that can still be changed, or some of them, page by page. */
const draftsToSend = (wants: (draft: Draft) => boolean): AsyncGenerator<Draft[]> => {
  const canChange = ({ id }: Draft) => ['editing', 'refused'].includes(stateOfDraft(id));
  const query = { wants: (draft: Draft) => wants(draft) && canChange(draft), text: '' };
  return findDrafts(ambiente.value?.id ?? '', query);
};

/** The version that a draft could move to: its month has one that took the place of the draft's own. */
export const newerLayoutOf = (
  draft: LayoutPeriod & Pick<Draft, 'layoutSha256' | 'layoutSource'>,
): CachedLayout | undefined =>
  layouts.value.find(
    (layout) =>
      isOfMonth(layout, draft) &&
      layout.sha256 !== draft.layoutSha256 &&
      (layout.source === 'court' || draft.layoutSource === 'sample'),
  );

/** The drafts that stay with a version that another took the place of. */
export const draftsBehind = async (): Promise<Draft[]> => {
  const behind: Draft[] = [];
  for await (const page of draftsToSend((draft) => newerLayoutOf(draft) !== undefined)) {
    behind.push(...page);
  }
  return behind;
};
