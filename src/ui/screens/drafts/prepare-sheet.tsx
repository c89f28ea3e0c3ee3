import { useEffect, useState } from 'preact/hooks';
import { readyAmong } from '../../../app/bulk/agreement.ts';
import { type Checked, checkDrafts, checking, checks } from '../../../app/bulk/check.ts';
import type { Draft } from '../../../app/drafts/search-drafts.ts';
import { representacaoInUse } from '../../../app/session/represented.ts';
import { errorsIn } from '../../bulk/line-words.ts';
import { SendSheet } from '../../bulk/send-sheet.tsx';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { SEND_FAULTS } from '../../text/lote.ts';
import { prepareText as text } from '../../text/rascunhos.ts';
import { type NotGoing, NotGoingList } from './not-going.tsx';

interface PrepareSheetProps {
  drafts: readonly Draft[];
  onClose: () => void;
}

/** Errors of a draft that are told. */
const FEW_ERRORS = 3;

/** Checks the selected drafts, then asks once for all that can go on the queue and says what keeps the others. */
export const PrepareSheet = (asked: PrepareSheetProps) => {
  // Those that were selected when it was opened.
  const [{ drafts, onClose }] = useState(asked);
  const isChecked = useChecked(drafts);
  if (!isChecked) return <Checking total={drafts.length} onClose={onClose} />;

  const [first] = drafts;
  const representacao =
    representacaoInUse.value ??
    drafts.find((each) => each.representacao !== undefined)?.representacao;
  const isOfOther = (draft: Draft) => (draft.representacao ?? representacao) !== representacao;
  const mayGo = drafts.filter((draft) => !isOfOther(draft));
  const ready = readyAmong(mayGo.map(({ id }) => id));
  const going = new Set(ready.map(({ draftId }) => draftId));
  const notGoing = drafts
    .filter(({ id }) => !going.has(id))
    .map(
      (draft): NotGoing => ({
        draft,
        why: isOfOther(draft) ? [text.otherName] : whyNot(checks.value.get(draft.id)),
      }),
    );
  const left = notGoing.length > 0 && (
    <section aria-label={text.notReady(notGoing.length)}>
      <p>{text.notReady(notGoing.length)}</p>
      <NotGoingList drafts={notGoing} />
    </section>
  );
  if (!first || ready.length === 0) {
    return (
      <Sheet
        title={text.title}
        onClose={onClose}
        actions={<Button onClick={onClose}>{text.close}</Button>}
      >
        <p>{text.none}</p>
        {left}
      </Sheet>
    );
  }
  return (
    <SendSheet ready={ready} of={{ ambiente: first.ambiente, representacao }} onClose={onClose}>
      {left}
    </SendSheet>
  );
};

/** Whether each of them was checked as it is now. */
const useChecked = (drafts: readonly Draft[]): boolean => {
  const [isChecked, setChecked] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    const ids = drafts.map(({ id }) => id);
    void checkDrafts(ids, left.signal).then(() => left.signal.aborted || setChecked(true));
    return () => left.abort();
  }, []);
  return isChecked;
};

const Checking = ({ total, onClose }: { total: number; onClose: () => void }) => {
  const { done, total: toCheck } = checking.value ?? { done: 0, total: 0 };
  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={<Button onClick={onClose}>{text.cancel}</Button>}
    >
      <p aria-live="polite">{text.checking(total - toCheck + done, total)}</p>
      <progress aria-label={text.checkingName} value={total - toCheck + done} max={total} />
    </Sheet>
  );
};

const whyNot = (checked: Checked | undefined): readonly string[] => {
  if (checked?.fault === 'has-errors' && checked.report) {
    return errorsIn(checked.report, FEW_ERRORS);
  }
  return [SEND_FAULTS[checked?.fault ?? 'already-queued']];
};
