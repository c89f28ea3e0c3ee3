/** How often each thing was met, by name: an empty test shows. */
export type Tally = Record<string, number>;

export const count = (tally: Tally, name: string, times = 1): void => {
  tally[name] = (tally[name] ?? 0) + times;
};

/** What must never happen. `rule`: a promise of docs/outbox.md about the log, the order of writing or waiting. */
export const BREACHES = [
  'lost',
  'doubled',
  'other-content',
  'unresolved',
  'untrue',
  'rule',
] as const;
export type Breach = { kind: (typeof BREACHES)[number]; says: string };
