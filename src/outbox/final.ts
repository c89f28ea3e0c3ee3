import type { Entry } from './types.ts';

const FINAL: ReadonlySet<Entry<unknown, unknown>['state']['kind']> = new Set([
  'done',
  'rejected',
  'cancelled',
]);

/** Whether nothing more will happen to an entry. */
export const isFinal = ({ state }: Pick<Entry<unknown, unknown>, 'state'>): boolean =>
  FINAL.has(state.kind);
