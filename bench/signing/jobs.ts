/** What the page of the benchmark is told to do, one thing after another. */
export type Job =
  /** Hands the key and its certificates to the worker. */
  | { act: 'open'; key: string; certificates: string[] }
  /** Takes the files that were chosen in the page, else fetches those of these names. */
  | { act: 'choose'; files: string[] }
  /** Signs what was chosen, one file after another, each checked. */
  | { act: 'sign' }
  /** Verifies the P7S that was signed last. */
  | { act: 'verify' }
  /** Gives out the P7S that was signed last. */
  | { act: 'save' };

/** What became of a job: how many milliseconds it took, as the page saw it, or why it failed. */
export type JobResult = { ms: number } | { error: string };
