/**
 * How often each browser wrote a record, by the browser's id (a version vector): of two copies of a record, the one that
 * has at least as many writings of every browser goes on from the other.
 */
export type Writings = Record<string, number>;

/** What every kept record of the person's work carries (D18). */
export interface RecordHead {
  id: string;
  /** Id of the ambiente it belongs to. */
  ambiente: string;
  /** Code of the representação (Passaporte); absent until the person chose one, which she can only once online. */
  representacao?: number;
  schemaVersion: 1;
  /** Grows by one with every write, so that a second window notices. */
  rev: number;
  /** Epoch ms UTC. */
  createdAt: number;
  /** Epoch ms UTC. */
  changedAt: number;
}
