import { useState } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import { openEntriesOf } from '../../../app/change/hindrance.ts';
import { isWrongKind } from '../../../app/change/types.ts';
import { type DraftSession, filesOf, keptFilesOf } from '../../../app/drafts/draft-session.ts';
import { notPdfAWhereDemanded } from '../../../app/drafts/pdfa-demand.ts';
import { leftAtCourt, putOnQueue } from '../../../app/drafts/put-on-queue.ts';
import { queueChanged } from '../../../app/queue/verbs.ts';
import { representacaoInUse } from '../../../app/session/represented.ts';
import { entries } from '../../../app/state.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PdfAAdvice } from '../../parts/pdfa-advice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { InWhoseName } from '../../represented/in-whose-name.tsx';
import { goTo, hrefOf } from '../../router.ts';
import { showSize } from '../../text/attachment.ts';
import { QUEUE_FAULTS } from '../../text/faults.ts';
import { changeText } from '../../text/mudar-entrega.ts';
import { pdfaSentence, pdfaText } from '../../text/pdfa.ts';
import { draftText as text } from '../../text/rascunho.ts';
import { showPeriod } from '../../text/units.ts';

interface SheetProps {
  session: DraftSession;
  onClose: () => void;
}

/** What is about to be frozen, in whose name, and what happens then. */
export const QueueSheet = ({ session, onClose }: SheetProps) => {
  const draft = session.draft.value;
  const settled = draft.representacao ?? representacaoInUse.value;
  const [chosen, setChosen] = useState<number>();
  const representacao = settled ?? chosen;
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  const put = async () => {
    setBusy(true);
    const queued = await putOnQueue(session, representacao).finally(() => setBusy(false));
    if (!queued.ok) return setFault(QUEUE_FAULTS[queued.error]);
    await queueChanged();
    onClose();
    goTo({ screen: 'fila', id: queued.value.id });
  };

  return (
    <Sheet
      title={text.queueTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={busy} onClick={() => void put()}>
            {text.putNow}
          </Button>
        </>
      }
    >
      <div class="stack">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <p>{text.queueLead}</p>
        <p>
          <strong>{layoutName(draft)}</strong>, {showPeriod(draft)}
        </p>
        <ul class="plain-list">
          {filesOf(session).map(({ id, chosen, signed }) => (
            <li key={id}>
              {(signed?.file ?? chosen).name} ({showSize((signed?.file ?? chosen).size)})
              {signed && `, ${text.signedBy(signed.signer)}`}
            </li>
          ))}
          {keptFilesOf(session).map(({ courtId, name, size }) => (
            <li key={courtId}>
              {name} ({showSize(size)}), {text.fileStaysHere}
            </li>
          ))}
        </ul>
        <Changes draft={session.draft} />
        {isWrongKind(session.payload.value, draft.purpose) && (
          <Notice tone="warning">
            {changeText.kindHint[draft.purpose?.kind === 'alter' ? 'change' : 'initial']}
          </Notice>
        )}
        {draft.purpose?.kind !== 'alter' && <LeftAtCourt draftId={draft.id} />}
        <NotPdfA session={session} />
        <InWhoseName settled={settled} chosen={chosen} onChoose={setChosen} />
        <p>{text.queueWill}</p>
      </div>
    </Sheet>
  );
};

/** The delivery that it changes, and what of it ends with that. */
const Changes = ({ draft }: Pick<DraftSession, 'draft'>) => {
  const { ambiente, purpose } = draft.value;
  if (purpose?.kind !== 'alter') return null;
  const { courtId } = purpose;
  const ends = openEntriesOf({ ambiente, courtId }, entries.value).length > 0;
  return (
    <p>
      <strong>{changeText.purpose.alter(courtId)}</strong> {ends && changeText.givesUp}
    </p>
  );
};

/** A warning, no hindrance: the person may have deleted it at the court since. */
const LeftAtCourt = ({ draftId }: { draftId: string }) => {
  const entry = leftAtCourt(draftId);
  return entry ? (
    <Notice tone="warning">
      <p>
        {text.mayBeThere(entry.progress.delivery?.id)}{' '}
        <a href={hrefOf({ screen: 'fila', id: entry.id })}>{text.seeFormer}</a>
      </p>
    </Notice>
  ) : null;
};

/** A warning, no hindrance: only the court itself decides, when it receives the data. */
const NotPdfA = ({ session }: { session: DraftSession }) => {
  const files = notPdfAWhereDemanded(session);
  if (files.length === 0) return null;
  return (
    <Notice tone="warning">
      <h3>{pdfaText.demandedOf(files.length)}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            {file.chosen.name}: {pdfaSentence(file)}
          </li>
        ))}
      </ul>
      <p>{pdfaText.before}</p>
      <PdfAAdvice />
    </Notice>
  );
};
