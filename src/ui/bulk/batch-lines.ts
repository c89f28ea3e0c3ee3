import { computed } from '@preact/signals';
import { batchEntries, unreadDone } from '../../app/bulk/batch-entries.ts';
import { items, questions } from '../../app/bulk/batch-state.ts';
import { checks } from '../../app/bulk/check.ts';
import { LINE_STATES, type Line, linesOf } from '../../app/bulk/lines.ts';
import { sendFaults } from '../../app/bulk/send-state.ts';

/** The lines of the batch on the screen. */
export const lines = computed((): Line[] =>
  linesOf(items.value, {
    entries: batchEntries.value,
    unread: unreadDone.value,
    checks: checks.value,
    faults: sendFaults.value,
    asked: new Set(questions.value.keys()),
  }),
);

/** How many lines there are of each kind that occurs; together they are all lines. */
export const counts = computed(() => {
  const byState = new Map<Line['state'], number>();
  for (const { state } of lines.value) byState.set(state, (byState.get(state) ?? 0) + 1);
  return LINE_STATES.flatMap((state) => {
    const count = byState.get(state);
    return count === undefined ? [] : [{ state, count }];
  });
});
