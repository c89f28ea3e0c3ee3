import { type RawRecord, rewriteRecords, type UpgradeTransaction } from './rewrite.ts';

// What stands in clear beside the records of PEN since version 7.

const ofProcess = ({ received, documents }: RawRecord): RawRecord => ({
  hasOurs:
    received === undefined ||
    (Array.isArray(documents) && documents.some((one) => memberOf(one, 'wire') === undefined)),
});

const ofTramite = ({ idt, direction, situacao }: RawRecord): RawRecord => ({
  fact: { idt, direction, situacao },
});

const ENDED: readonly unknown[] = ['done', 'rejected', 'cancelled'];

const ofEntry = ({ frozen, state }: RawRecord): RawRecord => {
  const sends = memberOf(memberOf(frozen, 'errand'), 'kind') === 'send';
  return sends && !ENDED.includes(memberOf(state, 'kind')) ? { sends: 1 } : {};
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

const BESIDE = [
  { store: 'processes', beside: ofProcess },
  { store: 'tramites', beside: ofTramite },
  { store: 'penEntries', beside: ofEntry },
] as const;

/** Writes it beside each of them. */
export const besidePenRecords = async (transaction: UpgradeTransaction): Promise<void> => {
  for (const what of BESIDE) {
    const rewrite = { ...what, version: 7, members: [], change: (record: RawRecord) => record };
    await rewriteRecords(transaction, rewrite);
  }
};
