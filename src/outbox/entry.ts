import { sha256Hex, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { Clock } from '../base/clock.ts';
import { newId } from '../base/ids.ts';
import type { Json } from '../base/json.ts';
import { ok, type Result } from '../base/result.ts';
import { chainRow } from './log.ts';
import type { OutboxStore, SaveFault } from './ports.ts';
import type { Entry, Owner } from './types.ts';

/** What is put on the queue. */
export interface NewEntry<Frozen extends Json, Progress> {
  ambiente: string;
  representacao?: number;
  protocol: string;
  frozen: Frozen;
  progress: Progress;
  owner: Owner;
  /** The same may have been sent before: it is asked about first. */
  mustAsk?: boolean;
}

/** The first freeze: from here on `frozen` can only be given up, never changed. Written before it is given back. */
export const enqueue = async <Frozen extends Json, Progress>(
  what: NewEntry<Frozen, Progress>,
  { store, clock }: { store: OutboxStore<Frozen, Progress>; clock: Clock },
): Promise<Result<Entry<Frozen, Progress>, SaveFault>> => {
  const id = newId();
  const at = clock.now();
  const frozenSha256 = await sha256Hex(utf8(canonicalJson(what.frozen)));
  const row = await chainRow(frozenSha256, {
    entryId: id,
    seq: 1,
    at,
    event: 'queued',
    state: 'ready',
    step: null,
    attempt: null,
    requestSha256: frozenSha256,
    answerSha256: null,
    meaning: null,
  });
  const entry: Entry<Frozen, Progress> = {
    ...what,
    id,
    schemaVersion: 1,
    rev: 1,
    createdAt: at,
    changedAt: at,
    frozenSha256,
    state: { kind: 'ready' },
    attempts: 0,
    waits: 0,
    failures: 0,
    tokenRefused: false,
    consents: [],
    absenceStated: [],
    mustAsk: what.mustAsk ?? false,
    logSize: 1,
    logHead: row.hash,
  };
  const saved = await store.save(entry, [row]);
  return saved.ok ? ok(entry) : saved;
};
