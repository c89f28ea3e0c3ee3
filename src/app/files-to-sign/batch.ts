import { computed, signal } from '@preact/signals';
import type { CertificateSummary } from '../../signing/signer.ts';
import { openSigner } from '../key.ts';
import { key } from '../state.ts';
import { changeFile, type FileToSign, filesToSign, type Outcome, selectFiles } from './files.ts';
import { saveBeside } from './save-beside.ts';
import { type SigningTask, signOne } from './sign-one.ts';
import { signedName } from './signed-name.ts';

/** The files that were agreed to together, signed one after another. */
interface Batch {
  phase: 'signing' | 'paused' | 'locked' | 'ended';
  /** By the file's id. */
  tasks: ReadonlyMap<string, SigningTask>;
  /** Whose agreement it was: with another certificate it does not go on. */
  certificate: CertificateSummary;
}

export const batch = signal<Batch | undefined>(undefined);

/** Whether a batch is under way, be it paused. */
export const isSigning = computed(() => batch.value !== undefined && batch.value.phase !== 'ended');

const filesOf = (...states: Outcome['state'][]): FileToSign[] =>
  filesToSign.value.filter(
    ({ id, outcome }) => outcome && states.includes(outcome.state) && batch.value?.tasks.has(id),
  );

const bytesOf = (files: readonly FileToSign[]): number =>
  files.reduce((sum, { file }) => sum + file.size, 0);

/** How far the batch is; sizes in bytes. */
export const progress = computed(() => {
  const signed = filesOf('signed');
  const failed = filesOf('failed');
  const left = filesOf('waiting', 'signing');
  const done = bytesOf([...signed, ...failed]);
  return {
    signed: signed.length,
    failed: failed.length,
    cancelled: filesOf('cancelled').length,
    total: batch.value?.tasks.size ?? 0,
    doneBytes: done,
    totalBytes: done + bytesOf(left),
    current: left.find(({ outcome }) => outcome?.state === 'signing')?.path,
  };
});

let running = false;

/** One file after another, in one loop however often it is told to go on. */
const run = async (): Promise<void> => {
  if (running) return;
  running = true;
  await signAll().finally(() => {
    running = false;
  });
};

/** Signs what the person agreed to, with the certificate that is open; nothing while another batch is under way. */
export const signBatch = (tasks: readonly SigningTask[]): void => {
  if (isSigning.value || key.value.kind !== 'unlocked') return;
  const byId = new Map(tasks.map((task) => [task.id, task]));
  batch.value = { phase: 'signing', tasks: byId, certificate: key.value.certificate };
  for (const { id } of tasks) changeFile(id, { outcome: { state: 'waiting' } });
  void run();
};

/** Stops after the file that is being signed. */
export const pauseBatch = (): void => setPhase('paused');

/** Goes on, as long as the open certificate is that of the agreement. */
export const resumeBatch = (): void => {
  setPhase('signing');
  void run();
};

/** What is not signed yet stays as it is. */
export const cancelBatch = (): void => {
  for (const { id } of filesOf('waiting')) {
    changeFile(id, { outcome: { state: 'cancelled' } });
  }
  setPhase('signing');
  void run();
};

/** Leaves selected just those of the batch that were not signed. */
export const retryUnsigned = (): void => {
  const left = filesOf('failed', 'cancelled');
  selectFiles(false);
  for (const { id } of left) selectFiles(true, id);
};

const setPhase = (phase: Batch['phase']): void => {
  if (batch.value) batch.value = { ...batch.value, phase };
};

/** Whether the open certificate is the one of the agreement. */
export const isSameHolder = (): boolean =>
  key.value.kind === 'unlocked' &&
  key.value.certificate.fingerprint === batch.value?.certificate.fingerprint;

const signAll = async (): Promise<void> => {
  while (batch.value?.phase === 'signing') {
    const [file] = filesOf('waiting');
    const task = file && batch.value.tasks.get(file.id);
    if (!file || !task) return setPhase('ended');
    try {
      await signNext(file, task);
    } catch (error) {
      // The others do not suffer from it.
      console.error(error);
      changeFile(file.id, { outcome: { state: 'failed', fault: 'unexpected' } });
    }
  }
};

const signNext = async (file: FileToSign, task: SigningTask): Promise<void> => {
  const signer = isSameHolder() ? openSigner() : undefined;
  if (!signer) return setPhase('locked');
  changeFile(file.id, { outcome: { state: 'signing' } });
  const made = await signOne(file.file, task, signer);
  if (made.ok) {
    const kept = await keep(file, made.value, signedName(file.file.name, task.act));
    changeFile(file.id, { outcome: kept, selected: false });
  } else if (!isSameHolder()) {
    // Whatever the error: without the key it says nothing about the file.
    changeFile(file.id, { outcome: { state: 'waiting' } });
    setPhase('locked');
  } else {
    changeFile(file.id, { outcome: { state: 'failed', fault: made.error } });
  }
};

/** Beside the original where we may write; else it waits in memory to be saved. */
const keep = async (
  { folder }: FileToSign,
  content: Blob,
  name: string,
): Promise<Extract<Outcome, { state: 'signed' }>> => {
  const saved = folder && (await saveBeside(folder, content, name));
  return saved
    ? { state: 'signed', content: saved, name: saved.name, saved: true }
    : { state: 'signed', content, name, saved: false };
};
