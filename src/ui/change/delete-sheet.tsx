import { useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import { deleteAtCourt } from '../../app/change/delete.ts';
import { openEntriesOf } from '../../app/change/hindrance.ts';
import type { CourtDelivery } from '../../app/change/types.ts';
import { entries } from '../../app/state.ts';
import { ReferredBy } from '../links/referred-by.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { goTo } from '../router.ts';
import { linkText } from '../text/ligacoes.ts';
import { DELETE_FAULTS, changeText as text } from '../text/mudar-entrega.ts';
import { showPeriod } from '../text/units.ts';

interface DeleteSheetProps {
  delivery: CourtDelivery;
  onClose: () => void;
}

/** Before a delivery is deleted: what will be gone, that it does not come back, and what stays. */
export const DeleteSheet = ({ delivery, onClose }: DeleteSheetProps) => {
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const queued = await deleteAtCourt(delivery).finally(() => setBusy(false));
    if (!queued.ok) return setFault(DELETE_FAULTS[queued.error]);
    onClose();
    goTo({ screen: 'fila', id: queued.value });
  };
  return (
    <Sheet
      title={text.removeTitle(delivery.courtId)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={busy} onClick={() => void remove()}>
            {text.removeNow}
          </Button>
        </>
      }
    >
      <div class="stack">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <p>
          <strong>{layoutName(delivery)}</strong>, {showPeriod(delivery)}
        </p>
        <p>{text.removeLead(delivery.courtId, delivery.recibo)}</p>
        <ReferredBy delivery={delivery} lead={linkText.referredByGone} />
        <p>{text.removeFirst}</p>
        {openEntriesOf(delivery, entries.value).length > 0 && <p>{text.removeGivesUp}</p>}
        <p>{text.removeStays}</p>
      </div>
    </Sheet>
  );
};
