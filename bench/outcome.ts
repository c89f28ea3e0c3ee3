/** Something a figure had to reach. */
export interface Target {
  /** What was asked, with its bound, such as `first load ≤ 60 kB`. */
  name: string;
  met: boolean;
}

/** What one benchmark found: its table, line by line, and how it stands to its targets. */
export interface Outcome {
  lines: string[];
  targets: Target[];
}
