import { isJsonObject } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import type { MotivoDaRecusa } from '../../protocol/pen/messages.ts';
import type { StorageFault } from '../../store/database.ts';
import { stores } from '../stores.ts';
import { penStores } from './stores.ts';

/** A refusal as it is being written. */
export type WrittenRefusal = { motivo: MotivoDaRecusa; justificativa: string };

const SETTING = 'penRefusals';

/** By entry; where the disk takes nothing more, it stays at least while the page is open. */
const written = new Map<string, WrittenRefusal>();

const kept = async (): Promise<Record<string, WrittenRefusal>> => {
  const refusals = await stores.settings.get(SETTING);
  // As this program wrote them.
  return isJsonObject(refusals) ? (refusals as Record<string, WrittenRefusal>) : {};
};

/** The refusal of an entry as it was typed last, if any was. */
export const readRefusal = async (entryId: string): Promise<WrittenRefusal | undefined> =>
  written.get(entryId) ?? (await kept())[entryId];

/**
 * Keeps what is being typed. It stays until its entry has come to its end, for the platform may not take the answer; what
 * is of no more use goes with the next one.
 */
export const writeRefusal = (
  entryId: string,
  refusal: WrittenRefusal,
): Promise<Result<void, StorageFault>> => {
  written.set(entryId, refusal);
  return navigator.locks.request(SETTING, async () => {
    const going = new Set((await penStores.penEntries.unfinished()).map(({ id }) => id));
    const others = Object.entries(await kept()).filter(([id]) => going.has(id));
    return stores.settings.set(SETTING, { ...Object.fromEntries(others), [entryId]: refusal });
  });
};
