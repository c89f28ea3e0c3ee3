import { effect, untracked } from '@preact/signals';
import { thisBrowser } from '../owner.ts';
import { records } from '../state.ts';
import { clock } from '../stores.ts';
import { copyKeys, loadCopyKeys } from './copy-keys.ts';
import { weightOf } from './entry-weight.ts';
import { folder, loadFolder, writeIntoFolder } from './folder.ts';
import { beginCopy } from './make-copy.ts';
import { heedMarks, writeMarks } from './owner-marks.ts';
import { draftWeightAt, loadLastCopy, noteCopy, uncopied } from './uncopied.ts';

/** A draft is copied once it is left alone for so long; what the court said, almost at once. */
const QUIET_MS = 30_000;
const SOON_MS = 1_000;
/** Of its time a browser spends at most this share on copies. */
const SHARE = 10;
/** How often it is looked whether another browser took something on. */
const LOOK_MS = 60_000;
/** A folder on a network that does not answer must not keep the app from starting. */
const PATIENCE_MS = 5_000;

/** What was copied last, and where copies go; another window may have changed it. */
export const loadCopies = async (): Promise<void> => {
  await Promise.all([loadCopyKeys(), loadLastCopy(), loadFolder()]);
};

/** Before anything is sent: what others took on is given up. From then on copies make themselves where there is a folder. */
export const startCopies = async (): Promise<void> => {
  await loadCopies();
  await Promise.race([lookAround(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  setInterval(lookAround, LOOK_MS);
  addEventListener('focus', () => void lookAround());
  watch(() => records.entries.value.map(weightOf).join(), SOON_MS);
  watch(
    () => records.drafts.value.map((draft) => draft.id + draftWeightAt(draft)).join(),
    QUIET_MS,
  );
  watch(() => String(folder.value?.open && copyKeys.value !== undefined), SOON_MS);
};

/** Learns from the folder who took what on; a folder that cannot be read says nothing. */
export const lookAround = async (): Promise<void> => {
  const current = folder.value;
  if (!current?.open) return;
  await heedMarks(current.handle, await thisBrowser()).catch((error) =>
    console.warn('folder for copies', error),
  );
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
    await writeMarks(current.handle, me, copy.work).catch((error) =>
      console.warn('folder for copies', error),
    );
    await noteCopy({ at: copy.madeAt, to: 'folder' });
  });
