/**
 * How a record lies on disk. Every record passes through here, so that encryption at rest changes this file alone;
 * `rev` stays in clear because it is compared inside the transaction that writes.
 */
export interface Sealed<Record> {
  codec: 'plain';
  rev: number;
  record: Record;
}

/** Seals a record. Called before a transaction begins: a transaction does not outlive a wait for anything else. */
export const seal = async <Record>(record: Record, rev = 0): Promise<Sealed<Record>> => ({
  codec: 'plain',
  rev,
  record,
});

export const unseal = async <Record>(sealed: Sealed<Record>): Promise<Record> => sealed.record;

export const unsealAll = <Record>(sealed: Sealed<Record>[]): Promise<Record[]> =>
  Promise.all(sealed.map(unseal));
