import type { Json } from '../base/json.ts';
import type { RecordHead } from '../base/record.ts';

/** What a step needs before it may run. `earlier`: what an earlier entry has to bring about first. */
export type Need = 'network' | 'token' | 'unlock' | 'consent' | 'earlier';

/** `none`: changes nothing there. `repeatable`: twice is as good as once. `once`: never blindly again. */
export type Effect = 'none' | 'repeatable' | 'once';

/** Why an entry waits although nothing is wrong with it. */
export type PauseReason =
  | 'no-network'
  | 'server-unavailable'
  | 'not-the-server'
  /** A token fresh from login was refused too. */
  | 'token-refused'
  | 'storage-full'
  /** Something of our own threw; told, never hidden. */
  | 'fault'
  /** It came to nothing so often that only the person decides whether to go on. */
  | 'budget-spent'
  /** The step is proven not to have happened, and is soon made again. */
  | 'not-done'
  /** No trace of the step was found, but it may still be on its way. */
  | 'settling'
  | 'person';

interface Answered {
  /** SHA-256 of the bytes of the answer, lower-case hexadecimal, where there was one. */
  answerSha256?: string;
}

/** Why nothing came of asking for now. */
export interface Pause {
  kind: 'pause';
  reason: PauseReason;
  /** Milliseconds the server asked to wait (`Retry-After`, RFC 9110 §10.2.3). */
  retryAfterMs?: number;
}

/** What the answer to a step was taken to mean. */
export type Outcome<Progress> = Answered &
  (
    | Pause
    /** It happened; `progress` replaces the protocol's own notes, `meaning` is a code for the log. */
    | { kind: 'applied'; progress: Progress; meaning: string }
    /** The other side said a definite no. With `progress` the person may mend and go on from there. */
    | { kind: 'refused'; code: string; detail: Json; progress?: Progress }
    /** Nobody can tell whether it happened. */
    | { kind: 'unknown'; code: string; retryAfterMs?: number }
    /** It surely did not happen, for want of this: no token or a refused one, a locked certificate, an earlier entry. */
    | { kind: 'missing'; need: 'token' | 'unlock' | 'earlier' }
  );

/** The verdict on an uncertain step, reached by asking only. */
export type Resolution<Progress> = Answered &
  (
    | Pause
    | { kind: 'happened'; progress: Progress; meaning: string }
    /** It did not happen; `proof` is a code for the log. */
    | { kind: 'absent'; proof: string; progress?: Progress }
    /** `detail`: what was found that a person can judge, in the protocol's own words. */
    | { kind: 'still-unknown'; code: string; detail?: Json }
    | { kind: 'missing'; need: 'token' | 'unlock' }
  );

/** A step of which nobody knows whether it happened. */
export interface Doubt {
  step: string;
  attempt: number;
  code: string;
  /** Epoch ms UTC by the court's clock: from then on the absence of a trace proves that the step did not happen. */
  settledAt: number;
}

/** Where an entry is. Only `done`, `rejected` and `cancelled` are final. */
export type EntryState =
  | { kind: 'ready' }
  | { kind: 'waiting'; step: string; need: Need }
  | { kind: 'running'; step: string; attempt: number; effect: Effect; settledAt: number }
  /** `until`: epoch ms before which nobody asks again. */
  | ({ kind: 'uncertain'; until: number } & Doubt)
  /** `until`: epoch ms; absent where only the person ends the pause. */
  | { kind: 'paused'; reason: PauseReason; until?: number }
  | { kind: 'needs-person'; what: 'consent'; step: string }
  /** `detail`: what the last question found, for the person to judge. */
  | ({ kind: 'needs-person'; what: 'check'; detail: Json } & Doubt)
  | { kind: 'needs-person'; what: 'mend'; step: string; code: string; detail: Json }
  /** It came out of a copy, or was taken on elsewhere: `other` may be sending it. */
  | { kind: 'needs-person'; what: 'takeover'; other: Owner }
  | { kind: 'done' }
  | { kind: 'rejected'; step: string; code: string; detail: Json }
  /** `unresolved`: it was given up while nobody knew whether its last step had happened. */
  | { kind: 'cancelled'; unresolved: boolean };

/** The browser that sends an entry. `name`: what the person calls it. */
export type Owner = { id: string; name: string };

/** A step the person agreed to, and the means (the protocol's own words) that she agreed to act with. */
export type Consent = { step: string; means: string };

/** One thing on its way. `frozen` never changes; `progress` is the protocol's own notes. */
export interface Entry<Frozen, Progress> extends RecordHead {
  protocol: string;
  frozen: Frozen;
  /** SHA-256 of the canonical JSON (RFC 8785) of `frozen`; the log's chain begins with it. */
  frozenSha256: string;
  progress: Progress;
  state: EntryState;
  /** Attempts of all steps so far; numbers them in the log. */
  attempts: number;
  /** Waits in a row; decides how long the next one is. */
  waits: number;
  /** Attempts in a row that failed at the server or for a fault of our own; never a missing network, token or key. */
  failures: number;
  /** Whether the last attempt ended in a refused token. */
  tokenRefused: boolean;
  /** What the person has agreed to, the newest last. Older entries hold names of steps alone, which count for nothing. */
  consents: Consent[];
  /** Steps of which a person stated, after looking, that they did not happen. */
  absenceStated: string[];
  /** Who sends it. */
  owner: Owner;
  /** It was in other hands: what must not happen twice is asked about before it runs. */
  mustAsk: boolean;
  /** Rows in the log, and the hash of the last one. */
  logSize: number;
  logHead: string;
}

/** A row of the append-only log. Holds hashes and codes, never tokens, keys or contents. */
export type LogRow = {
  entryId: string;
  /** 1, 2, 3… without gaps. */
  seq: number;
  /** Epoch ms UTC. */
  at: number;
  event: string;
  /** State the entry is in after the event. */
  state: EntryState['kind'];
  step: string | null;
  attempt: number | null;
  requestSha256: string | null;
  answerSha256: string | null;
  meaning: string | null;
  /** SHA-256(previous hash in hexadecimal ‖ RFC 8785 of this row without `hash`), hexadecimal. */
  hash: string;
};
