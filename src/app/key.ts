import { effect, untracked } from '@preact/signals';
import { transfer } from 'comlink';
import { err, ok, type Result } from '../base/result.ts';
import type { CoSigner } from '../signing/signer.ts';
import type { StorageFault } from '../store/database.ts';
import { certificates, knownCertificate, loadCertificates, whileLocked } from './certificates.ts';
import { readFile } from './read-file.ts';
import {
  forgetKeys,
  inSigningWorker,
  KeyForgottenError,
  lifeOfKeys,
  workerSigner,
} from './signing/signing-client.ts';
import type { Opened, OpenFault, PfxQuestion } from './signing/worker/open-key.ts';
import { idleMinutes, type KeyState, key } from './state.ts';
import { clock, stores } from './stores.ts';
import { tellChanged } from './tabs.ts';
import { WorkerFailedError } from './worker-life.ts';

export type CertificateFault =
  | OpenFault
  | StorageFault
  | 'stopped'
  /** Moved, changed or taken away since it was chosen. */
  | 'unreadable';

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
  const known = knownCertificate(opened.value.summary.fingerprint);
  const saved = await stores.certificates.save({
    ...opened.value,
    ...(known?.wrappedKey && { wrappedKey: known.wrappedKey }),
    importedAt: clock.now(),
  });
  if (!saved.ok) return saved;
  tellChanged('certificates');
  return unlocked(opened.value, life);
};

/** Has a key count as open, as long as the worker in which it was opened lives. */
const unlocked = async (
  { summary }: Opened,
  life: AbortSignal,
): Promise<Result<undefined, 'stopped'>> => {
  await loadCertificates();
  if (life.aborted) return err('stopped');
  life.addEventListener('abort', lock);
  if (key.value.kind !== 'unlocked') lockWhenLeft(life);
  const wrapped = knownCertificate(summary.fingerprint)?.wrappedKey !== undefined;
  key.value = { kind: 'unlocked', certificate: summary, wrapped };
  noteActivity();
  return ok(undefined);
};

/** Keeps the open key on this disk, wrapped by a passphrase of the person's (D10). */
export const keepKey = async (passphrase: string): Promise<Result<void, CertificateFault>> => {
  const known =
    key.value.kind === 'unlocked' && knownCertificate(key.value.certificate.fingerprint);
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
  const known = knownCertificate(fingerprint);
  if (!known?.wrappedKey) return err('no-key');
  const { wrappedKey, chain } = known;
  const life = lifeOfKeys();
  const opened = await inSigningWorker(async (service) =>
    service.openWrapped(wrappedKey, chain, passphrase, clock.now()),
  ).catch(orStopped);
  if (!opened.ok) return opened;
  return unlocked(opened.value, life);
};

const lockWith = (state: KeyState): void => {
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

// Another window may have forgotten the certificate of the open key.
effect(() => {
  void certificates.value;
  const current = key.peek();
  if (current.kind !== 'unlocked' || knownCertificate(current.certificate.fingerprint)) return;
  untracked(() => lockWith(whileLocked()));
});

let lastActivity = 0;

const noteActivity = (): void => {
  lastActivity = clock.now();
};

/** Locks the key after idle time, and when the page goes away. `life`: of the worker in which it is open. */
const lockWhenLeft = (life: AbortSignal): void => {
  for (const kind of ['pointerdown', 'keydown'])
    addEventListener(kind, noteActivity, { passive: true, signal: life });
  addEventListener('pagehide', lock, { signal: life });
  const watching = setInterval(() => {
    if (clock.now() - lastActivity > idleMinutes.value * 60_000) lock();
  }, 15_000);
  life.addEventListener('abort', () => clearInterval(watching));
};
