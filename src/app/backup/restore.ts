import { type OpenBackup, openBackup } from '../../backup/read-backup.ts';
import type { BackupFault, BackupFile } from '../../backup/types.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { StorageFault } from '../../store/database.ts';
import { MIGRATIONS } from '../../store/migrations.ts';
import { readWhole } from '../../store/read-whole.ts';
import { writeWhole } from '../../store/write-whole.ts';
import { loadCertificates } from '../certificates.ts';
import { rereadChoices } from '../deadlines/choices.ts';
import { rereadDrafts } from '../drafts/drafts.ts';
import { loadLayouts } from '../load-layouts.ts';
import { thisBrowser } from '../owner.ts';
import { readPenQueue } from '../pen/queue-records.ts';
import { noteProcesses, noteTramites } from '../pen/written.ts';
import { loadQueue } from '../queue/queue-records.ts';
import { clock, database, stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';
import { adoptKeys } from './copy-keys.ts';
import { type LeftOut, type Merge, merge } from './merge.ts';
import { workOf } from './records.ts';
import { noteRestored } from './restored-work.ts';

/** `unreadable`: moved, changed or taken away since it was chosen. */
export type RestoreFault = BackupFault | StorageFault | 'unreadable';

/** A copy that was opened, before anything of it is taken. */
export type OpenedCopy = OpenBackup;

/** What was taken from a copy, and what not. */
export interface Restored {
  drafts: number;
  entries: number;
  deliveries: number;
  processes: number;
  /** Entries that wait for the person to say that they go on here. */
  toTakeOver: string[];
  leftOut: LeftOut[];
}

/** Looks into a copy: when it was made, where, and how much is in it. */
export const openCopy = (
  copy: Blob,
  passphrase: string,
): Promise<Result<OpenBackup, RestoreFault>> =>
  whileReadable(async () => {
    const opened = await openBackup(copy, passphrase);
    if (opened.ok && opened.value.manifest.databaseVersion > MIGRATIONS.length)
      return err('newer-version');
    return opened;
  });

/** Takes over what is in a copy; nothing of it is sent before the person says so, entry by entry. */
export const restore = (copy: OpenBackup): Promise<Result<Restored, RestoreFault>> =>
  whileReadable(async () => {
    // Files first: what refers to them comes last, all at once.
    if (!(await hasRoomFor(copy))) return err('storage-full');
    const taken = await takeAll(copy);
    if (!taken.ok) return taken;
    await adoptKeys(copy.keys);
    await showRestored();
    return ok(reportOf(taken.value));
  });

/** The browser's estimate is rough; what it does not see shows while writing. */
const hasRoomFor = async ({ manifest }: OpenBackup): Promise<boolean> => {
  const { usage = 0, quota } = await navigator.storage.estimate();
  const needed = manifest.files.reduce((sum, { size }) => sum + size, 0);
  return quota === undefined || usage + needed <= quota;
};

/** All of it, or nothing: contents that were put already are dropped again. */
const takeAll = async (copy: OpenBackup): Promise<Result<Merge, RestoreFault>> => {
  const put: string[] = [];
  let isFull = false;
  const putNew = async ({ sha256, content }: BackupFile): Promise<void> => {
    if (isFull || (await stores.files.get(sha256))) return;
    put.push(sha256);
    isFull = !(await stores.files.put(content)).ok;
  };
  let taken: Result<Merge, RestoreFault> | undefined;
  try {
    const records = await copy.read(putNew);
    if (!records.ok) taken = records;
    else if (isFull) taken = err('storage-full');
    else taken = await writeMerged(workOf(records.value), copy);
    return taken;
  } finally {
    if (!taken?.ok) await stores.files.drop(put);
  }
};

const writeMerged = async (
  work: ReturnType<typeof workOf>,
  { manifest }: OpenBackup,
): Promise<Result<Merge, StorageFault>> => {
  for (;;) {
    const here = await readWhole(database);
    const of = { me: (await thisBrowser()).id, madeBy: manifest.owner };
    const merged = await merge(here.work, work, of, clock);
    // Before they are written: a program that ends in between must not forget it.
    const { drafts, pen } = merged.work;
    const noted = await noteRestored([
      ...drafts.map(({ draft }) => draft.id),
      ...pen.processes.map(({ id }) => id),
    ]);
    if (!noted.ok) return noted;
    const written = await writeWhole(
      database,
      merged.work,
      new Map([...here.revs, ...merged.revs]),
    );
    if (written.ok) return ok(merged);
    // Something was written meanwhile: it is judged again.
    if (written.error !== 'stale-revision') return err(written.error);
  }
};

const WRITTEN = ['drafts', 'layouts', 'certificates', 'queue', 'pen-queue', 'settings'] as const;

const showRestored = async (): Promise<void> => {
  noteProcesses();
  noteTramites();
  await Promise.all([
    ...[rereadDrafts(), loadLayouts(), loadCertificates()],
    ...[loadQueue(), readPenQueue(), rereadChoices()],
  ]);
  for (const what of WRITTEN) tellChanged(what);
};

const reportOf = ({ work, leftOut }: Merge): Restored => ({
  drafts: work.drafts.length,
  entries: work.entries.length,
  deliveries: work.deliveries.length,
  processes: work.pen.processes.length,
  toTakeOver: work.entries
    .filter(({ entry: { state } }) => state.kind === 'needs-person' && state.what === 'takeover')
    .map(({ entry }) => entry.id),
  leftOut,
});

const whileReadable = async <T>(
  work: () => Promise<Result<T, RestoreFault>>,
): Promise<Result<T, RestoreFault>> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException) return err('unreadable');
    throw error;
  }
};
