import { useEffect, useState } from 'preact/hooks';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { moveDraft, type PlannedMove, planMove } from '../../../app/drafts/move-draft.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { layoutOfDraftText as text } from '../../text/layouts.ts';
import { ChangeList } from '../layouts/change-list.tsx';
import { NotKeptValues } from './not-kept-values.tsx';

interface MoveSheetProps {
  session: DraftSession;
  to: PlannedMove['to'];
  onClose: () => void;
}

/** What the court changed, what of the draft would not fit, and the move itself. */
export const MoveSheet = ({ session, to, onClose }: MoveSheetProps) => {
  const [planned, setPlanned] = useState<PlannedMove>();
  useEffect(() => {
    void planMove(session, to).then(setPlanned);
  }, [to.sha256]);
  const move = (plan: PlannedMove) => {
    moveDraft(session, plan);
    onClose();
  };
  return (
    <Sheet
      title={text.moveTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="primary"
            disabled={!planned}
            onClick={() => {
              if (planned) move(planned);
            }}
          >
            {text.move}
          </Button>
        </>
      }
    >
      {planned && (
        <div class="stack">
          <h3>{text.changesTitle}</h3>
          <ChangeList changes={planned.changes} before={session.form} after={planned.form} />
          <h3>{text.notKeptTitle}</h3>
          {planned.moved.notKept.length === 0 ? (
            <p>{text.noneNotKept}</p>
          ) : (
            <>
              <p>{text.notKeptLead}</p>
              <ul class="plain-list">
                {planned.moved.notKept.map((each) => (
                  <li key={each.label.join()}>
                    <NotKeptValues session={session} notKept={each} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="soft small">{text.moveUndo}</p>
        </div>
      )}
    </Sheet>
  );
};
