import { computed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import { objectionsTo } from '../../../app/change/dry-run.ts';
import {
  type CourtMessage,
  type CourtReport,
  courtReportOf,
} from '../../../app/drafts/court-report.ts';
import {
  type DraftSession,
  type OpenFault,
  openSession,
} from '../../../app/drafts/draft-session.ts';
import { entryOfDraft, isSpent } from '../../../app/drafts/put-on-queue.ts';
import { keepVersion } from '../../../app/drafts/versions.ts';
import type { ReportEntry } from '../../../app/form.ts';
import { isOfAnother } from '../../../app/session/represented.ts';
import type { Pointer } from '../../../base/json-pointer.ts';
import { SafetyMark } from '../../backup/safety-mark.tsx';
import { withKindHint } from '../../change/kind-hint.ts';
import { PurposeNotice } from '../../change/purpose-notice.tsx';
import { errorIndex, type FormErrors } from '../../form/entries-by-field.ts';
import { LayoutForm } from '../../form/layout-form.tsx';
import { typing } from '../../form/typed-text.ts';
import { DraftOut } from '../../intake/draft-out.tsx';
import { UnknownFields } from '../../intake/unknown-fields.tsx';
import { Button } from '../../parts/button.tsx';
import { lazy } from '../../parts/lazy.tsx';
import { Notice } from '../../parts/notice.tsx';
import { OfAnother } from '../../represented/of-another.tsx';
import { hrefOf } from '../../router.ts';
import { SaveDraft } from '../../storage/save-draft.tsx';
import { SAVE_STATES } from '../../text/faults.ts';
import { draftText as text } from '../../text/rascunho.ts';
import { showPeriod } from '../../text/units.ts';
import { versionsText } from '../../text/versoes.ts';
import { Drawer } from './drawer.tsx';
import { LayoutStanding } from './layout-standing.tsx';
import { NextStep } from './next-step.tsx';
import { Outline } from './outline.tsx';

const VersionsSheet = lazy(async () => (await import('./versions-sheet.tsx')).VersionsSheet);

/** One draft: its outline, its form, what is to be said of it, and the one next step. */
export const DraftScreen = ({ id }: { id: string }) => {
  const [session, setSession] = useState<DraftSession | OpenFault>();
  const [opening, setOpening] = useState(0);
  const isBehind = typeof session === 'object' && hasMoved(session);
  useEffect(() => {
    if (!isBehind) return;
    // The form hands on what is typed in it as it goes: by then its session still has to write.
    setSession(undefined);
    setOpening(opening + 1);
  }, [isBehind]);
  useEffect(() => {
    let current: DraftSession | undefined;
    let gone = false;
    void openSession(id).then((opened) => {
      if (typeof opened !== 'string') current = opened;
      if (gone) current?.close();
      else setSession(opened);
    });
    return () => {
      gone = true;
      current?.close();
    };
  }, [id, opening]);
  if (!session) return <p role="status">{text.opening}</p>;
  if (session === 'no-such-draft') return <Notice tone="warning">{text.notFound}</Notice>;
  if (session === 'no-layout') return <Notice tone="warning">{text.noLayout}</Notice>;
  if (session === 'unreadable') return <Notice tone="danger">{text.unreadable}</Notice>;
  const { representacao } = session.draft.value;
  if (representacao !== undefined && isOfAnother({ representacao })) {
    return <OfAnother what="draft" representacao={representacao} />;
  }
  return <OpenDraft key={session.layout.sha256} session={session} />;
};

/** Whether the draft is in another version of its layout now than its session, and nobody is typing. */
const hasMoved = ({ draft, layout, saving }: DraftSession): boolean =>
  draft.value.layoutSha256 !== layout.sha256 && saving.value === 'saved' && typing.value === 0;

const OpenDraft = ({ session }: { session: DraftSession }) => {
  const draft = session.draft.value;
  const refusal = useMemo(() => computed(() => courtReportOf(draft.id)), [draft.id]).value;
  const [checking, setChecking] = useState(refusal !== undefined);
  const [versionsOpen, setVersionsOpen] = useState(false);
  const isAlteration = draft.purpose?.kind === 'alter';
  const form = useMemo(() => withKindHint(session.form, isAlteration), [session.form]);
  const readOnly = session.elsewhere.value || isSpent(draft.id);
  // What the court said of the refused content is shown until the fields are mended.
  const court = [refusal, objectionsTo(draft.id)].find((said) =>
    said?.stillStands(session.payload.value),
  );
  const errors = useFormErrors(session.report.value, court, checking);
  const courtSentences = useMemo(() => sentencesByField(court?.messages ?? []), [court]);
  return (
    <div class="draft">
      <header class="screen-head">
        <div>
          <a class="small" href={hrefOf({ screen: 'rascunhos' })}>
            ← {text.back}
          </a>
          <h1>{layoutName(draft)}</h1>
          <p>
            {draft.spc} / {draft.slp}, {showPeriod(draft)}
          </p>
        </div>
        <div class="actions">
          <SaveMark session={session} />
          <SafetyMark draft={draft} />
          <Button look="quiet" disabled={readOnly} onClick={session.undo}>
            {text.undo}
          </Button>
          <Button look="quiet" disabled={readOnly} onClick={session.redo}>
            {text.redo}
          </Button>
          <Button look="quiet" onClick={() => setVersionsOpen(true)}>
            {versionsText.open}
          </Button>
          <DraftOut session={session} />
        </div>
      </header>
      <PurposeNotice session={session} />
      <Standing session={session} refused={refusal !== undefined && !isSpent(draft.id)} />
      <UnknownFields session={session} />
      <div class="draft-columns">
        <Outline form={session.form} errors={errors} />
        <div class="draft-form">
          <LayoutForm
            form={form}
            layout={session.layout}
            document={session.document.value}
            errors={errors}
            courtSentences={courtSentences}
            attachments={session.attachments.value}
            keptFiles={session.keptFiles}
            fileFaults={session.fileFaults.value}
            readOnly={readOnly}
            onEdit={session.edit}
            onImport={(edit) => {
              void keepVersion(draft.id, 'import', session.document.value);
              session.edit(edit);
            }}
            onUndo={session.undo}
            onRedo={session.redo}
            onFile={(pointer, file) => void session.attach(pointer, file)}
          />
        </div>
        <Drawer session={session} errors={errors} checking={checking} court={court} />
      </div>
      {versionsOpen && (
        <VersionsSheet
          session={session}
          readOnly={readOnly}
          onClose={() => setVersionsOpen(false)}
        />
      )}
      {!readOnly && (
        <NextStep session={session} checking={checking} onCheck={() => setChecking(true)} />
      )}
    </div>
  );
};

/** What is shown of the report and of the court's; the same object while neither changes. */
const useFormErrors = (
  report: readonly ReportEntry[],
  court: CourtReport | undefined,
  checking: boolean,
): FormErrors => {
  const index = useMemo(errorIndex, []);
  return useMemo(() => {
    const told = court ? [...court.entries, ...report] : report;
    return index(told, checking ? 'checking' : 'typing');
  }, [report, court, checking]);
};

const sentencesByField = (messages: CourtMessage[]): ReadonlyMap<Pointer, string[]> => {
  const byField = new Map<Pointer, string[]>();
  for (const { pointer, mensagem } of messages) {
    if (pointer !== undefined) byField.set(pointer, [...(byField.get(pointer) ?? []), mensagem]);
  }
  return byField;
};

const SaveMark = ({ session }: { session: DraftSession }) => {
  const saving = session.saving.value;
  const state = saving === 'saved' && typing.value > 0 ? 'saving' : saving;
  const isFault = state !== 'saved' && state !== 'saving';
  return (
    <>
      <span class={isFault ? 'save-fault' : 'soft small'} role="status" data-saving={state}>
        {SAVE_STATES[state]}
      </span>
      {isFault && <SaveDraft session={session} />}
    </>
  );
};

/** Why the draft cannot be changed, or what to know before changing it. */
const Standing = ({ session, refused }: { session: DraftSession; refused: boolean }) => {
  const { id } = session.draft.value;
  const entry = entryOfDraft(id);
  if (!entry && isSpent(id)) return <Notice tone="success">{text.delivered}</Notice>;
  if (entry) {
    return (
      <Notice tone="info">
        {text.queued} <a href={hrefOf({ screen: 'fila', id: entry.id })}>{text.seeQueue}</a>
      </Notice>
    );
  }
  return (
    <div class="stack">
      {session.elsewhere.value && (
        <Notice tone="warning">
          {text.elsewhere} <Button onClick={() => void session.takeOver()}>{text.editHere}</Button>
        </Notice>
      )}
      {refused && <Notice tone="danger">{text.refused}</Notice>}
      <LayoutStanding session={session} />
    </div>
  );
};
