import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Attachment } from '../../attachment/types.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { change, openDraft, redo, undo } from '../../draft/history.ts';
import { idsWithin } from '../../draft/ids-within.ts';
import { payloadOf } from '../../draft/payload.ts';
import { pointerAfter } from '../../draft/pointer-after.ts';
import type { Amendment, Draft, Edit, NotKept } from '../../draft/types.ts';
import type { LayoutVersion, ObjectField } from '../../layout/types.ts';
import type { DeliveredFile } from '../../receipt/types.ts';
import type { ReportEntry } from '../../validation/report.ts';
import { formOf } from '../layout-form.ts';
import { layoutOf } from '../layouts.ts';
import { clock, stores } from '../stores.ts';
import { type TabLock, takeLock, tryLock } from '../tabs.ts';
import { verdictOf } from '../verdict.ts';
import { attachFile, type FileFault } from './attach.ts';
import { draftWriter, type SaveState } from './draft-writer.ts';
import { noteDrafts } from './drafts.ts';
import { loadPutAway } from './refused-before.ts';
import { runningReport } from './running-report.ts';

/** A draft on the screen. Closed with `close` when the screen goes. */
export interface DraftSession {
  draft: ReadonlySignal<Draft>;
  /** The version it was opened with; once its draft moved to another, it is to be opened again. */
  layout: LayoutVersion;
  form: ObjectField;
  document: ReadonlySignal<JsonObject>;
  /** What the court would get now. */
  payload: ReadonlySignal<JsonObject>;
  attachments: Signal<ReadonlyMap<string, Attachment>>;
  /** Of an alteration, by the court's ids: the files of the delivery, which stay there while the payload names them. */
  keptFiles: ReadonlyMap<string, DeliveredFile>;
  fileFaults: Signal<ReadonlyMap<Pointer, FileFault>>;
  /** What the court would say of the payload, as last told. */
  report: ReadonlySignal<readonly ReportEntry[]>;
  /** Whether the report was told of the payload as it is now. */
  isReportCurrent: ReadonlySignal<boolean>;
  /** Ajv's second verdict on the payload; `undefined` until it was judged, and where Ajv cannot tell. */
  verdict: ReadonlySignal<boolean | undefined>;
  saving: ReadonlySignal<SaveState>;
  /** Another window holds this draft: it is shown, not edited. */
  elsewhere: ReadonlySignal<boolean>;
  edit(edit: Edit): void;
  /** Changes the document and, with it, members of the draft's record; undone as one. */
  amend(members: Amendment, edit: Edit): void;
  /** Puts one thing away that the draft could not keep. */
  putAway(done: NotKept): void;
  undo(): void;
  redo(): void;
  /** The report on the payload as it is by then. */
  checked(): Promise<readonly ReportEntry[]>;
  /** Resolves when the report and Ajv's verdict are those on the payload as it is. */
  judged(): Promise<void>;
  attach(pointer: Pointer, file: File): Promise<void>;
  /** Takes the draft over from the other window. */
  takeOver(): Promise<void>;
  flush(): Promise<SaveState>;
  close(): void;
}

/** Drafts whose screen is gone while what was typed is not kept yet; they come back to the screen as they are. */
const notYetKept = new Map<string, DraftSession>();

/** `unreadable`: it is there, and the browser cannot read all of it. */
export type OpenFault = 'no-such-draft' | 'no-layout' | 'unreadable';

/** Opens a draft for editing, or for reading where another window has it. `reporting`: who makes its report. */
export const openSession = async (
  id: string,
  reporting = runningReport,
): Promise<DraftSession | OpenFault> => {
  const closing = notYetKept.get(id);
  if (closing) {
    notYetKept.delete(id);
    return closing;
  }
  try {
    const stored = await stores.drafts.load(id);
    if (!stored) return (await stores.draftLists.has(id)) ? 'unreadable' : 'no-such-draft';
    const layout = await layoutOf(stored.draft);
    if (!layout.ok) return 'no-layout';
    const session = await begin(stored, layout.value, reporting);
    await session.lockHere();
    return session;
  } catch (error) {
    console.error(error);
    return 'unreadable';
  }
};

type Stored = NonNullable<Awaited<ReturnType<typeof stores.drafts.load>>>;

const begin = async (stored: Stored, layout: LayoutVersion, reporting: typeof runningReport) => {
  const current: Draft = {
    ...stored.draft,
    layoutSha256: layout.sha256,
    layoutSource: layout.source,
  };
  const draft = signal(current);
  const open = signal(openDraft(stored.snapshot, stored.changes));
  const elsewhere = signal(true);
  const attachments = signal<ReadonlyMap<string, Attachment>>(await attachmentsOf(current.id));
  const keptFiles = await deliveredFilesOf(current);
  await loadPutAway(layout);
  const fileFaults = signal<ReadonlyMap<Pointer, FileFault>>(new Map());
  const onSaved = (saved: Draft) => {
    draft.value = saved;
    noteDrafts();
  };
  let writer = draftWriter(
    { draft: current, snapshotSeq: stored.snapshot.seq, open: open.peek() },
    onSaved,
  );
  const saving = signal<SaveState>('saved');
  const watch = () =>
    writer.state.subscribe((state) => {
      saving.value = state;
    });
  let unwatch = watch();

  const document = computed(() => open.value.document);
  const payload = computed(() => payloadOf(document.value));
  const report = reporting(layout.schema, document);
  const { verdict, ask: askVerdict } = secondVerdict(layout, payload);

  const keep = (changed: ReturnType<typeof undo>): void => {
    if (!changed || elsewhere.value) return;
    open.value = changed.open;
    report.edited(changed.change.edit);
    writer.add(changed.change, changed.open);
  };
  const edit = (one: Edit) => keep(change(open.value, one, clock.now()));

  let lock: TabLock | undefined;
  const lockOptions = {
    beforeYield: async () => {
      await writer.flush();
    },
    onLost: () => {
      elsewhere.value = true;
    },
  };
  const held = (got: TabLock | undefined): void => {
    lock = got;
    elsewhere.value = got === undefined;
  };

  const end = (): void => {
    report.end();
    unwatch();
    lock?.release();
  };

  const session = {
    ...{ draft, layout, form: await formOf(layout), document, payload },
    ...{ attachments, keptFiles, fileFaults, verdict, saving, elsewhere, edit },
    ...{ report: report.entries, isReportCurrent: report.isCurrent, checked: report.settled },
    judged: async () => {
      let of: JsonObject;
      do {
        of = payload.value;
        await Promise.all([report.settled(), askVerdict()]);
      } while (of !== payload.value);
    },
    amend: (after: Amendment, one: Edit) => {
      const { layoutSha256, layoutSource, notKept = [] } = draft.value;
      const amends = { before: { layoutSha256, layoutSource, notKept }, after };
      keep(change(open.value, one, clock.now(), amends));
    },
    putAway: (done: NotKept) => {
      if (elsewhere.value) return;
      const notKept = (draft.value.notKept ?? []).filter((each) => each !== done);
      writer.putAway(notKept);
      draft.value = { ...draft.value, notKept };
    },
    undo: () => keep(undo(open.value, clock.now())),
    redo: () => keep(redo(open.value, clock.now())),
    attach: async (pointer: Pointer, file: File) => {
      const { lastSeq } = open.value;
      const attached = await attachFile(current.id, file);
      // Rows may have come and gone while the file was looked at.
      const since = open.value.changes.filter(({ seq }) => seq > lastSeq);
      const now = since.reduce(
        (place: Pointer | undefined, change) => place && pointerAfter(place, change.edit),
        pointer,
      );
      const faults = new Map(fileFaults.value);
      faults.delete(pointer);
      if (attached.ok && now !== undefined) {
        faults.delete(now);
        attachments.value = new Map(attachments.value).set(attached.value.id, attached.value);
        edit({ op: 'set', pointer: now, value: attached.value.id });
      } else faults.set(now ?? pointer, attached.ok ? 'place-gone' : attached.error);
      fileFaults.value = faults;
    },
    lockHere: async () => held(await tryLock(`draft:${current.id}`, lockOptions)),
    takeOver: async () => {
      const got = await takeLock(`draft:${current.id}`, lockOptions);
      const latest = got && (await stores.drafts.load(current.id));
      if (latest) {
        draft.value = latest.draft;
        open.value = openDraft(latest.snapshot, latest.changes);
        report.replaced();
        attachments.value = await attachmentsOf(current.id);
        unwatch();
        writer = draftWriter(
          { draft: latest.draft, snapshotSeq: latest.snapshot.seq, open: open.peek() },
          onSaved,
        );
        unwatch = watch();
      }
      held(got);
    },
    flush: () => writer.flush(),
    close: () => {
      notYetKept.set(current.id, session);
      void writer.flush();
      const stop = effect(() => {
        const isBack = notYetKept.get(current.id) !== session;
        if (!isBack && !isFinished(saving.value)) return;
        queueMicrotask(() => stop());
        if (isBack) return;
        notYetKept.delete(current.id);
        end();
      });
    },
  };
  return session;
};

/** Whether no more of a draft will be written by itself. */
const isFinished = (state: SaveState): boolean => state === 'saved' || state === 'stale-revision';

const attachmentsOf = async (draftId: string) =>
  new Map((await stores.drafts.attachments(draftId)).map((each) => [each.id, each]));

const deliveredFilesOf = async ({ purpose }: Draft): Promise<DraftSession['keptFiles']> => {
  const delivery = purpose && (await stores.deliveries.load(purpose.deliveryId));
  return new Map(delivery?.files.map((file) => [file.courtId, file]));
};

/** What Ajv said of a payload, while that is the one to be sent. */
const secondVerdict = (layout: LayoutVersion, payload: ReadonlySignal<JsonObject>) => {
  const said = signal<{ of: JsonObject; verdict: boolean | undefined } | undefined>(undefined);
  const verdict = computed(() =>
    said.value?.of === payload.value ? said.value.verdict : undefined,
  );
  const ask = async (): Promise<void> => {
    const of = payload.value;
    said.value = { of, verdict: await verdictOf(layout.schema, layout.sha256, of) };
  };
  return { verdict, ask };
};

/** The attachments that the payload names, in the order of the payload. */
export const filesOf = ({
  payload,
  attachments,
}: Pick<DraftSession, 'payload' | 'attachments'>): Attachment[] => {
  const known = attachments.value;
  if (known.size === 0) return [];
  return [...new Set(idsWithin(payload.value))].flatMap((id) => known.get(id) ?? []);
};

/** The files of an alteration that stay at the court: those of the delivery that the payload still names. */
export const keptFilesOf = ({
  payload,
  keptFiles,
}: Pick<DraftSession, 'payload' | 'keptFiles'>): DeliveredFile[] => {
  if (keptFiles.size === 0) return [];
  return [...new Set(idsWithin(payload.value))].flatMap((id) => keptFiles.get(id) ?? []);
};
