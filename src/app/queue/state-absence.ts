import { err, type Result } from '../../base/result.ts';
import { reachCourt } from '../../protocol/recepcao/court.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { connectionTo, courtClock } from '../connection.ts';
import { ambientes, clockSkew } from '../state.ts';
import { stores } from '../stores.ts';
import { tell, type VerbFault } from './verbs.ts';

/** Why the person's word that there is no delivery is not taken. */
export type AbsenceFault =
  /** The request may still be on its way; `until`: epoch ms by this machine's clock. */
  | { kind: 'too-early'; until: number }
  /** The court does not answer: what time it is there cannot be told. */
  | { kind: 'court-not-reached' }
  | { kind: VerbFault };

const LONGEST_MS = 20_000;

/** The person looked and found no delivery. The court is asked something first: it goes by the court's clock. */
export const stateAbsence = async (id: string): Promise<Result<RecepcaoEntry, AbsenceFault>> => {
  const entry = await stores.entries.load(id);
  const where = ambientes.value.find(({ id: known }) => known === entry?.ambiente);
  if (!entry || !where) return err({ kind: 'no-such-entry' });
  const reached = await reachCourt(
    connectionTo(where),
    entry.frozen,
    AbortSignal.timeout(LONGEST_MS),
  );
  if (reached.kind !== 'at-hand') return err({ kind: 'court-not-reached' });
  const { state } = entry;
  if ('settledAt' in state && courtClock.now() < state.settledAt) {
    return err({ kind: 'too-early', until: state.settledAt - (clockSkew.value ?? 0) });
  }
  const told = await tell(id, { kind: 'absence-stated', at: courtClock.now() });
  return told.ok ? told : err({ kind: told.error });
};
