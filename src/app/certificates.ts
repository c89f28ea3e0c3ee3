import { signal } from '@preact/signals';
import { transfer } from 'comlink';
import { err, ok, type Result } from '../base/result.ts';
import { daysUntil, FEW_DAYS } from '../signing/certificate/days-left.ts';
import type { CertificateSummary, CoSigner } from '../signing/signer.ts';
import type { StorageFault } from '../store/database.ts';
import type { StoredCertificate } from '../store/schema.ts';
import { readFile } from './read-file.ts';
import {
  forgetKeys,
  inSigningWorker,
  KeyForgottenError,
  lifeOfKeys,
  workerSigner,
} from './signing/signing-client.ts';
import type { Opened, OpenFault, PfxQuestion } from './signing/worker/open-key.ts';
import { WorkerFailedError } from './signing/worker-life.ts';
import { key } from './state.ts';
import { clock, stores } from './stores.ts';
import { tellChanged } from './tabs.ts';

export type CertificateFault =
  | OpenFault
  | StorageFault
  | 'stopped'
  /** Moved, changed or taken away since it was chosen. */
  | 'unreadable';

/** The certificates known to this browser, the last imported first. */
export const certificates = signal<StoredCertificate[]>([]);

/** Whole days until a certificate ends, negative once it is over, and whether that is soon. */
export const endOf = ({ notAfter }: CertificateSummary): { days: number; soon: boolean } => {
  const days = daysUntil(notAfter, clock.now());
  return { days, soon: days <= FEW_DAYS };
};

const unlockListeners = new Set<() => void>();
export const onUnlocked = (listener: () => void): void => {
  unlockListeners.add(listener);
};

const newestFirst = (a: StoredCertificate, b: StoredCertificate) => b.importedAt - a.importedAt;

/** Reads the certificates again; the last imported one is in use, unless another is open and still known. */
export const loadCertificates = async (): Promise<void> => {
  certificates.value = (await stores.certificates.list()).sort(newestFirst);
  const current = certificates.value[0];
  if (!current) lockWith({ kind: 'none' });
  else if (key.value.kind !== 'unlocked') key.value = lockedState(current);
  // Another window forgot it.
  else if (!find(key.value.certificate.fingerprint)) lockWith(lockedState(current));
};

const lockedState = ({ summary, wrappedKey }: StoredCertificate) =>
  ({ kind: 'locked', certificate: summary, wrapped: wrappedKey !== undefined }) as const;

/** Stops an opening that is under way; a key that was open goes with the worker, too. */
export const stopOpening = (): void => {
  forgetKeys();
  lock();
};

const orStopped = (error: unknown): Result<never, 'stopped'> => {
  if (error instanceof KeyForgottenError || error instanceof WorkerFailedError)
    return err('stopped');
  throw error;
};

/**
 * Imports a PFX: its certificate is kept, its key stays in memory until it is locked. Gives a question where the person
 * has to say something first; `named` is her answer, the fingerprint of a candidate.
 */
export const importPfx = async (
  file: Blob,
  password: string,
  named?: string,
): Promise<Result<PfxQuestion | undefined, CertificateFault>> => {
  const bytes = await readFile(file);
  if (!bytes) return err('unreadable');
  const life = lifeOfKeys();
  const opened = await inSigningWorker(async (service) =>
    service.openPfx(transfer(bytes, [bytes.buffer]), password, clock.now(), named),
  ).catch(orStopped);
  if (!opened.ok) return opened;
  if ('candidates' in opened.value) return ok(opened.value);
  const known = find(opened.value.summary.fingerprint);
  const saved = await stores.certificates.save({
    ...opened.value,
    ...(known?.wrappedKey && { wrappedKey: known.wrappedKey }),
    importedAt: clock.now(),
  });
  if (!saved.ok) return saved;
  tellChanged('certificates');
  return unlocked(opened.value, life);
};

const find = (fingerprint: string) =>
  certificates.value.find(({ summary }) => summary.fingerprint === fingerprint);

/** Has a key count as open, as long as the worker in which it was opened lives. */
const unlocked = async (
  { summary }: Opened,
  life: AbortSignal,
): Promise<Result<undefined, 'stopped'>> => {
  await loadCertificates();
  if (life.aborted) return err('stopped');
  life.addEventListener('abort', lock);
  const wrapped = find(summary.fingerprint)?.wrappedKey !== undefined;
  key.value = { kind: 'unlocked', certificate: summary, wrapped };
  noteActivity();
  for (const listener of unlockListeners) listener();
  return ok(undefined);
};

/** Keeps the open key on this disk, wrapped by a passphrase of the person's (D10). */
export const keepKey = async (passphrase: string): Promise<Result<void, CertificateFault>> => {
  const known = key.value.kind === 'unlocked' && find(key.value.certificate.fingerprint);
  if (!known) return ok(undefined);
  const life = lifeOfKeys();
  const wrapped = await inSigningWorker((service) => service.wrap(passphrase)).then(ok, orStopped);
  if (!wrapped.ok) return wrapped;
  const saved = await stores.certificates.save({ ...known, wrappedKey: wrapped.value });
  return saved.ok ? unlocked(known, life) : saved;
};

/** Opens the kept key of a certificate. */
export const unlockWithPassphrase = async (
  fingerprint: string,
  passphrase: string,
): Promise<Result<void, CertificateFault>> => {
  const known = find(fingerprint);
  if (!known?.wrappedKey) return err('no-key');
  const { wrappedKey, chain } = known;
  const life = lifeOfKeys();
  const opened = await inSigningWorker(async (service) =>
    service.openWrapped(wrappedKey, chain, passphrase, clock.now()),
  ).catch(orStopped);
  if (!opened.ok) return opened;
  return unlocked(opened.value, life);
};

const lockWith = (state: typeof key.value): void => {
  forgetKeys();
  key.value = state;
};

/** Forgets the key; the certificate stays known. */
export const lock = (): void => {
  const current = key.value;
  if (current.kind !== 'unlocked') return;
  lockWith({ ...current, kind: 'locked' });
};

/** Removes a certificate, and its kept key, from this browser. */
export const removeCertificate = async (fingerprint: string): Promise<void> => {
  if (key.value.kind !== 'none' && key.value.certificate.fingerprint === fingerprint) {
    lockWith({ kind: 'none' });
  }
  await stores.certificates.remove(fingerprint);
  await loadCertificates();
  tellChanged('certificates');
};

/** The open key, if one is open. */
export const openSigner = (): CoSigner | undefined =>
  key.value.kind === 'unlocked' ? workerSigner(key.value.certificate) : undefined;

/** Minutes without a touch after which the key is forgotten. */
export const idleMinutes = signal(30);
let lastActivity = 0;

const noteActivity = (): void => {
  lastActivity = clock.now();
};

/** Locks the key after idle time, and when the page goes away. */
export const startIdleLock = (): void => {
  for (const kind of ['pointerdown', 'keydown'])
    addEventListener(kind, noteActivity, { passive: true });
  addEventListener('pagehide', lock);
  setInterval(() => {
    if (clock.now() - lastActivity > idleMinutes.value * 60_000) lock();
  }, 15_000);
};
