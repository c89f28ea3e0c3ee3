import { sha256Hex, utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical-json.ts';
import { type Json, withTextsReplaced } from '../../../base/json.ts';
import { withValueAt } from '../../../base/json-pointer.ts';
import { placeholdersWithin } from '../../../base/placeholder.ts';
import { earlierOf } from '../errand.ts';
import type { RecepcaoEntry, RecepcaoFrozen } from '../types.ts';
import { needsEarlier, type RecepcaoOutcome, type RecepcaoStep, type Tools } from './step.ts';

/** The payload with the court's ids of earlier deliveries where they belong; `undefined` while one is not known. */
const withEarlierIds = (frozen: RecepcaoFrozen, entries: RecepcaoEntry[]): Json | undefined => {
  const ids = new Map(entries.map(({ id, progress }) => [id, progress.delivery?.id]));
  return earlierOf(frozen).reduce<Json | undefined>((body, { entryId, fills }) => {
    if (body === undefined || fills === undefined) return body;
    const id = ids.get(entryId);
    return id === undefined ? undefined : withValueAt(body, fills, id);
  }, frozen.payload);
};

/** The second freeze (D3): the body with the court's file ids, and its hash, before anything is sent. */
export const writeBody = (entry: RecepcaoEntry, { others }: Tools): RecepcaoStep => ({
  id: 'write-body',
  effect: 'none',
  needs: needsEarlier(entry),
  run: async (): Promise<RecepcaoOutcome> => {
    const { frozen, progress } = entry;
    const payload = withEarlierIds(frozen, await others.earlier(entry));
    if (payload === undefined) return { kind: 'missing', need: 'earlier' };
    // A number that no court gave is none to send.
    const [left] = placeholdersWithin(payload);
    if (left) return { kind: 'refused', code: 'number-missing', detail: left.pointer };
    const ids = new Map(
      Object.entries(progress.uploads).map(([localId, { courtId }]) => [localId, courtId]),
    );
    const text = canonicalJson(withTextsReplaced(payload, ids));
    const sha256 = await sha256Hex(utf8(text));
    return {
      kind: 'applied',
      progress: { ...progress, finalBody: { text, sha256 } },
      meaning: `final-body ${sha256}`,
    };
  },
});
