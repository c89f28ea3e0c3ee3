import type { JsonObject } from '../base/json.ts';

/** Before what a version was kept: `session`: the first change of a day or of a window; `return`: to an older version. */
export type VersionReason = 'session' | 'import' | 'layout' | 'queue' | 'return';

/** A draft's document at a moment that may be returned to. */
export interface DraftVersion {
  draftId: string;
  /** 1, 2, 3 … of the draft; the oldest go. */
  n: number;
  /** Epoch ms UTC. */
  at: number;
  why: VersionReason;
  document: JsonObject;
}
