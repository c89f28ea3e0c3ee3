import { room } from '../../app/state.ts';
import { askToPersist, isScarce, persistAnswer } from '../../app/storage/room.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { storageText as text } from '../text/armazenamento.ts';
import { showSize } from '../text/attachment.ts';

/** The room there is, whether the browser keeps the data, and what that means. */
export const RoomSection = () => {
  const current = room.value;
  if (!current) return null;
  const share = current.quota > 0 ? Math.round((100 * current.used) / current.quota) : 0;
  return (
    <section class="card stack" aria-labelledby="room">
      <h2 id="room">{text.room}</h2>
      <p>{text.roomLead(showSize(current.used), showSize(current.quota), share)}</p>
      {isScarce(current) && <Notice tone="warning">{text.scarce}</Notice>}
      {current.persisted ? <p>{text.persisted}</p> : <NotPersisted />}
    </section>
  );
};

const NotPersisted = () => {
  const wasRefused = persistAnswer.value === 'refused';
  return (
    <>
      <p>
        {text.notPersisted} {persistAnswer.value === undefined && text.notAsked}
      </p>
      {wasRefused && <Notice tone="warning">{text.refused}</Notice>}
      <Button onClick={() => void askToPersist()}>
        {wasRefused ? text.persistAgain : text.persist}
      </Button>
    </>
  );
};
