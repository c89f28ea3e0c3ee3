import { sha256Hex, utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical-json.ts';
import { isJsonObject, type Json } from '../../../base/json.ts';
import type { RecepcaoEntry } from '../types.ts';
import type { RecepcaoStep } from './step.ts';

/** A copy of the value with every text that is a key of `ids` replaced. */
const withCourtIds = (value: Json, ids: ReadonlyMap<string, string>): Json => {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((element) => withCourtIds(element, ids));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withCourtIds(member, ids)]),
  );
};

/** The second freeze (D3): the body with the court's file ids, and its hash, before anything is sent. */
export const writeBody = ({ frozen, progress }: RecepcaoEntry): RecepcaoStep => ({
  id: 'write-body',
  effect: 'none',
  needs: [],
  run: async () => {
    const ids = new Map(
      Object.entries(progress.uploads).map(([localId, { courtId }]) => [localId, courtId]),
    );
    const text = canonicalJson(withCourtIds(frozen.payload, ids));
    const sha256 = await sha256Hex(utf8(text));
    return {
      kind: 'applied',
      progress: { ...progress, finalBody: { text, sha256 } },
      meaning: `final-body ${sha256}`,
    };
  },
});
