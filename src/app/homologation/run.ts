import { signal } from '@preact/signals';
import { ok, type Result } from '../../base/result.ts';
import { CONSENT, ELSEWHERE } from '../../protocol/recepcao/agreement.ts';
import type { CertificateSummary } from '../../signing/signer.ts';
import type { StorageFault } from '../../store/database.ts';
import { knownEntry } from '../queue/queue-records.ts';
import { type QueueEntry, standingOf } from '../queue/types.ts';
import { tellEach } from '../queue/verbs.ts';
import { isOfAnother } from '../session/represented.ts';
import { ambiente } from '../state.ts';
import { stores } from '../stores.ts';
import { homologationStage } from './stage.ts';

// A run is a list of ids and nothing else: the consents lie in the entries' logs, and so does what became of them (0092).
const SETTING = 'homologation-run';

/** The entries that were agreed to together, by id. */
export const run = signal<readonly string[]>([]);

export const loadRun = async (): Promise<void> => {
  const kept = await stores.settings.get(SETTING);
  if (Array.isArray(kept)) run.value = kept.filter((id) => typeof id === 'string');
};

/** How far a run is. */
export interface RunProgress {
  /** The court confirmed them. */
  done: QueueEntry[];
  /** They go on, or wait for something that is not wrong. */
  left: QueueEntry[];
  /** They stop, and the queue says why. */
  failed: QueueEntry[];
  /** Given up by the person. */
  cancelled: QueueEntry[];
}

// Nothing happens to them any more, and the queue does not hold them for ever.
const ended = new Map<string, QueueEntry>();

const entryOf = async (id: string): Promise<QueueEntry | undefined> => {
  const entry = ended.get(id) ?? knownEntry(id) ?? (await stores.entries.load(id));
  if (entry?.state.kind === 'done') ended.set(id, entry);
  return entry;
};

const entriesOfRun = async (): Promise<QueueEntry[]> =>
  (await Promise.all(run.value.map(entryOf))).flatMap((entry) => entry ?? []);

/** What is of another environment or representação is neither shown nor acted on, and stays in the list (decision 0096). */
const isInUse = (entry: QueueEntry): boolean =>
  entry.ambiente === ambiente.value?.id && !isOfAnother(entry);

/** What became of the entries of the run, as far as they are of the environment and representação in use. */
export const runProgress = async (): Promise<RunProgress> => {
  const progress: RunProgress = { done: [], left: [], failed: [], cancelled: [] };
  for (const entry of (await entriesOfRun()).filter(isInUse)) progress[groupOf(entry)].push(entry);
  return progress;
};

const groupOf = (entry: QueueEntry): keyof RunProgress => {
  switch (homologationStage(entry)) {
    case 'homologated':
      return 'done';
    case 'agreed':
    case 'coming':
    case 'resting':
    case 'asks':
      return 'left';
    case undefined:
      return entry.state.kind === 'cancelled' ? 'cancelled' : 'failed';
    default:
      return 'failed';
  }
};

/** Takes entries of these groups out of the list, and others in; of the list as it is now, whichever window wrote it. */
const changeRun = (
  leaving: readonly (keyof RunProgress)[],
  coming: readonly string[] = [],
): Promise<Result<void, StorageFault>> =>
  navigator.locks.request('estafeta:homologation-run', async () => {
    await loadRun();
    const staying = (await entriesOfRun()).filter(
      (entry) => !(isInUse(entry) && leaving.includes(groupOf(entry))),
    );
    const ids = [...new Set([...staying.map(({ id }) => id), ...coming])];
    const kept = await stores.settings.set(SETTING, ids);
    if (kept.ok) run.value = ids;
    return kept;
  });

/**
 * The person's word that all of these are to be homologated, signed with this certificate or with another program; gives the
 * ids of those that do not ask for it any more.
 */
export const agreeToAll = async (
  entries: readonly QueueEntry[],
  by: CertificateSummary | 'another-program',
): Promise<Result<string[], StorageFault>> => {
  const ids = entries.map(({ id }) => id);
  const kept = await changeRun(['done', 'cancelled'], ids);
  if (!kept.ok) return kept;
  const means = by === 'another-program' ? ELSEWHERE : by.fingerprint;
  return ok(await tellEach(ids, { kind: 'consented', step: CONSENT, means }));
};

const idsOf = (entries: readonly QueueEntry[], are: (entry: QueueEntry) => boolean): string[] =>
  entries.filter(are).map(({ id }) => id);

const isPausedByPerson = ({ state }: QueueEntry): boolean =>
  state.kind === 'paused' && state.reason === 'person';

const PAUSABLE = new Set<QueueEntry['state']['kind']>(['ready', 'running', 'waiting', 'paused']);
export const isPausable = (entry: QueueEntry): boolean =>
  PAUSABLE.has(entry.state.kind) && !isPausedByPerson(entry);

/** Each stops before its next step; gives the ids of those that could not. */
export const pauseRun = async (): Promise<string[]> =>
  tellEach(idsOf((await runProgress()).left, isPausable), { kind: 'pause' });

export const resumeRun = async (): Promise<string[]> =>
  tellEach(idsOf((await runProgress()).left, isPausedByPerson), { kind: 'try-now' });

/** Whether it can be given up for certain: nothing that was signed for it has been sent. */
export const isCancellable = (entry: QueueEntry): boolean =>
  entry.state.kind !== 'running' && standingOf(entry) === 'there';

/** Gives up what is left and was not sent yet; gives the ids of those that could not be. */
export const cancelRun = async (): Promise<string[]> =>
  tellEach(idsOf((await runProgress()).left, isCancellable), { kind: 'cancel' });

/** The run is not shown any more; its entries are what they are. */
export const forgetRun = (): Promise<Result<void, StorageFault>> =>
  changeRun(['done', 'failed', 'cancelled']);
