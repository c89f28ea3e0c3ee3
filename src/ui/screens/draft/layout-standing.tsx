import { useEffect, useState } from 'preact/hooks';
import type { DraftSession } from '../../../app/drafts/draft-session.ts';
import { leaveSample, leftTheSample } from '../../../app/drafts/move-draft.ts';
import { newerLayoutOf } from '../../../app/refresh-layouts.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { typing } from '../../form/typed-text.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { layoutOfDraftText as text } from '../../text/layouts.ts';
import { draftText } from '../../text/rascunho.ts';
import { MoveSheet } from './move-sheet.tsx';
import { NotKeptList } from './not-kept-list.tsx';

/** What is to be said of the version of the layout that the draft is in, and the way to a newer one. */
export const LayoutStanding = ({ session }: { session: DraftSession }) => {
  const draft = session.draft.value;
  const newer = newerLayoutOf(draft);
  const [moving, setMoving] = useState(false);
  const isSample = session.layout.source === 'sample';
  const canLeave = !session.elsewhere.value && typing.value === 0;
  useEffect(() => {
    if (newer && canLeave) void leaveSample(session, newer);
  }, [newer?.sha256, canLeave]);
  const since = newer && showInstant(newer.fetchedAt);
  return (
    <>
      {newer && since && (
        <Notice tone="warning">
          {isSample ? text.courtHasCome(since) : text.newer(since)}{' '}
          <Button disabled={session.elsewhere.value} onClick={() => setMoving(true)}>
            {text.seeChanges}
          </Button>
        </Notice>
      )}
      {isSample && !newer && <Notice tone="info">{draftText.sample}</Notice>}
      {!isSample && leftTheSample.value.has(draft.id) && (
        <Notice tone="info">{text.leftSample}</Notice>
      )}
      {draft.notKept && draft.notKept.length > 0 && (
        <NotKeptList session={session} notKept={draft.notKept} />
      )}
      {newer && moving && (
        <MoveSheet session={session} to={newer} onClose={() => setMoving(false)} />
      )}
    </>
  );
};
