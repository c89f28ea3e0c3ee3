import { effect, untracked } from '@preact/signals';
import type { Owner } from '../../outbox/types.ts';
import { thisBrowser } from '../owner.ts';
import { processesWritten, tramitesWritten } from '../pen/written.ts';
import { copiesKnown, deadlinesWritten, draftsWritten, records } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { onChangedElsewhere } from '../tabs.ts';
import { copyKeys, loadCopyKeys } from './copy-keys.ts';
import { weightOf } from './entry-weight.ts';
import { folder, loadFolder, writeIntoFolder } from './folder.ts';
import { beginCopy } from './make-copy.ts';
import { heedMarks, writeClaim, writeMarks } from './owner-marks.ts';
import { followUncopiedDrafts, loadLastCopy, noteCopy, uncopied } from './uncopied.ts';

/** A draft is copied once it is left alone for so long; what the court said, almost at once. */
const QUIET_MS = 30_000;
const SOON_MS = 1_000;
/** Of its time a browser spends at most this share on copies. */
const SHARE = 10;
/** How often it is looked whether another browser took something on. */
const LOOK_MS = 60_000;
/** A folder on a network that does not answer must not keep the app from starting, or from sending. */
const PATIENCE_MS = 5_000;

/** What was copied last, and where copies go; another window may have changed it. */
const loadCopies = async (): Promise<void> => {
  await Promise.all([loadCopyKeys(), loadLastCopy(), loadFolder()]);
  copiesKnown.value = true;
};

/** Before anything is sent: what others took on is given up. From then on copies make themselves where there is a folder. */
export const startCopies = async (): Promise<void> => {
  onChangedElsewhere((what) => {
    if (what === 'settings') void loadCopies();
  });
  await loadCopies();
  await lookAround();
  setInterval(lookAround, LOOK_MS);
  addEventListener('focus', () => void lookAround());
  watch(() => records.entries.value.map(weightOf).join(), SOON_MS);
  followUncopiedDrafts();
  watch(
    () =>
      `${draftsWritten.value} ${processesWritten.value} ${deadlinesWritten.value} ${uncopied.value === undefined}`,
    QUIET_MS,
  );
  watch(() => `${tramitesWritten.value} ${uncopied.value === undefined}`, SOON_MS);
  watch(() => String(folder.value?.open && copyKeys.value !== undefined), SOON_MS);
};

let looking: Promise<void> | undefined;
let lookedAt = Number.NEGATIVE_INFINITY;

/** Learns from the folder who took what on; a folder that cannot be read says nothing. */
const lookAround = (): Promise<void> => {
  looking ??= look().finally(() => {
    looking = undefined;
  });
  return looking;
};

const look = async (): Promise<void> => {
  let isComplete = true;
  await inFolder(async (handle, me) => {
    isComplete = await heedMarks(handle, me);
  });
  if (isComplete) lookedAt = clock.now();
};

/** A machine that slept knows nothing of what others took on meanwhile: it looks before it sends. `undefined`: it has looked. */
export const lookBeforeSending = (): Promise<void> | undefined =>
  Math.abs(clock.now() - lookedAt) > LOOK_MS ? lookAround() : undefined;

/** Says in the folder that this browser takes an entry on; before anything of it is sent. */
export const claim = (id: string): Promise<void> =>
  inFolder(async (handle, me) => {
    const entry = await stores.entries.load(id);
    if (entry) await writeClaim(handle, me, { entry, log: await stores.entries.log(id) });
  });

const inFolder = async (
  work: (handle: FileSystemDirectoryHandle, me: Owner) => Promise<void>,
): Promise<void> => {
  const current = folder.value;
  if (!current?.open) return;
  const done = work(current.handle, await thisBrowser()).catch((error) =>
    console.warn('folder for copies', error),
  );
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
};

const watch = (read: () => string, afterMs: number): void => {
  let known: string | undefined;
  effect(() => {
    const now = read();
    if (now !== known) untracked(() => schedule(afterMs));
    known = now;
  });
};

let timer: ReturnType<typeof setTimeout> | undefined;
let dueAt = Number.POSITIVE_INFINITY;
let notBefore = 0;

const schedule = (afterMs: number): void => {
  if (!uncopied.value || !folder.value?.open || !copyKeys.value) return;
  const now = clock.now();
  // What is soon due is not put off by what comes after it; a draft being typed in is.
  if (dueAt - now <= SOON_MS) return;
  dueAt = Math.max(now + afterMs, notBefore);
  clearTimeout(timer);
  timer = setTimeout(() => void copyWhenDue(), dueAt - now);
};

const copyWhenDue = async (): Promise<void> => {
  dueAt = Number.POSITIVE_INFINITY;
  const begun = clock.now();
  await copyToFolder(() => uncopied.value !== undefined);
  notBefore = clock.now() + SHARE * (clock.now() - begun);
};

/** One window at a time makes a copy into the folder; `isWanted` is asked again once it is this one's turn. */
export const copyToFolder = (isWanted = () => true): Promise<void> =>
  navigator.locks.request('estafeta:copy', async () => {
    await loadLastCopy();
    const keys = copyKeys.value;
    const current = folder.value;
    if (!keys || !current?.open || !isWanted()) return;
    const me = await thisBrowser();
    await lookAround();
    const copy = await beginCopy(keys);
    const written = await writeIntoFolder(copy, me.id);
    if (!written.ok) return;
    await inFolder((handle) => writeMarks(handle, me, copy.work.entries));
    await noteCopy(copy, 'folder');
  });
