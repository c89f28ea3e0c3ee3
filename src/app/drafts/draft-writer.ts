import { type ReadonlySignal, signal } from '@preact/signals';
import { type CivilDate, civilDateOf } from '../../base/civil-date.ts';
import type { JsonObject } from '../../base/json.ts';
import { err, type Result } from '../../base/result.ts';
import { dueCompaction } from '../../draft/compaction.ts';
import type { OpenDraft } from '../../draft/history.ts';
import { searchTextOf } from '../../draft/search-text.ts';
import type { Amendment, Draft, DraftChange } from '../../draft/types.ts';
import type { DraftSaveFault } from '../../store/drafts.ts';
import { clock, stores } from '../stores.ts';
import { keepVersion } from './versions.ts';

/** Whether all that was typed is on the disk. With a fault it is on the screen only. */
export type SaveState = 'saved' | 'saving' | DraftSaveFault | 'not-kept';

export interface DraftWriter {
  state: ReadonlySignal<SaveState>;
  /** Adds a change to what is to be written, and writes. `open`: the draft after it. */
  add(change: DraftChange, open: OpenDraft): void;
  /** Writes what the draft could not keep and is still to be seen. */
  putAway(notKept: Amendment['notKept']): void;
  /** Resolves when nothing is left to write, or writing failed. */
  flush(): Promise<SaveState>;
}

/** While nothing can be kept, how often it is looked whether there is. */
const RETRY_MS = 3_000;

/** A draft is left alone for so long before its words are written for the search, and what it was before. */
const IDLE_MS = 2_000;

/** The browser may close the database in the middle of a write, or a newer version of the app may have taken it. */
const save = async (
  ...what: Parameters<typeof stores.drafts.save>
): Promise<Result<void, DraftSaveFault | 'not-kept'>> => {
  try {
    return await stores.drafts.save(...what);
  } catch (error) {
    console.error(error);
    return err('not-kept');
  }
};

const unwritten = new Set<DraftWriter>();

const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Something typed is on the screen only, and would be lost with the window. */
const noteUnwritten = (writer: DraftWriter): void => {
  unwritten.add(writer);
  addEventListener('beforeunload', askBeforeLeaving);
};

const noteWritten = (writer: DraftWriter): void => {
  unwritten.delete(writer);
  if (unwritten.size === 0) removeEventListener('beforeunload', askBeforeLeaving);
};

/** Writes the changes of one draft one after another; what could not be written is kept and tried again. */
export const draftWriter = (
  first: { draft: Draft; snapshotSeq: number; open: OpenDraft },
  onSaved: (draft: Draft) => void,
): DraftWriter => {
  const state = signal<SaveState>('saved');
  let { draft, snapshotSeq, open } = first;
  let waiting: DraftChange[] = [];
  let amended: Partial<Amendment> | undefined;
  let running: Promise<void> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let idleDue: ReturnType<typeof setTimeout> | undefined;
  /** The day before whose first change a version was taken, and the document it holds until that is kept. */
  let day: CivilDate | undefined;
  let atFirst: { document: JsonObject; at: number } | undefined;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0 || amended) {
      const batch = waiting;
      const members = amended;
      waiting = [];
      amended = undefined;
      const compaction = dueCompaction(open, snapshotSeq);
      const next = { ...draft, ...members, rev: draft.rev + 1, changedAt: clock.now() };
      const saved = await save(next, batch, compaction);
      if (!saved.ok) {
        waiting = [...batch, ...waiting];
        if (members) amended = { ...members, ...(amended ?? {}) };
        state.value = saved.error;
        // What another window wrote over stays lost; the screen says so.
        if (saved.error === 'stale-revision') noteWritten(writer);
        else retry = setTimeout(start, RETRY_MS);
        return;
      }
      draft = next;
      snapshotSeq = compaction?.snapshot.seq ?? snapshotSeq;
      onSaved(next);
    }
    noteWritten(writer);
    state.value = 'saved';
    idleDue ??= setTimeout(afterWriting, IDLE_MS);
  };

  const afterWriting = (): void => {
    if (idleDue === undefined) return;
    clearTimeout(idleDue);
    idleDue = undefined;
    if (atFirst) void keepVersion(draft.id, 'session', atFirst.document, atFirst.at);
    atFirst = undefined;
    // Without it the search reads the draft itself.
    const text = searchTextOf(open.document);
    stores.draftLists.saveTexts([{ draft, text }]).catch(console.warn);
  };

  const start = (): Promise<void> => {
    clearTimeout(retry);
    // A fault stays on the screen until it is over.
    if (state.value === 'saved') state.value = 'saving';
    running ??= writeAll().finally(() => {
      running = undefined;
    });
    return running;
  };

  const writer: DraftWriter = {
    state,
    add: (change, changed) => {
      noteUnwritten(writer);
      waiting.push(change);
      if (change.amends) amended = { ...amended, ...change.amends.after };
      clearTimeout(idleDue);
      idleDue = undefined;
      const today = civilDateOf(change.at);
      if (day !== today) atFirst = { document: open.document, at: change.at };
      day = today;
      open = changed;
      void start();
    },
    putAway: (notKept) => {
      noteUnwritten(writer);
      amended = { ...amended, notKept };
      void start();
    },
    flush: async () => {
      if (waiting.length > 0 || amended || running) await start();
      afterWriting();
      return state.value;
    },
  };
  return writer;
};
