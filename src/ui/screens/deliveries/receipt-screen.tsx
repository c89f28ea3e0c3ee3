import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import { loadDelivery, type OneDelivery } from '../../../app/deliveries/one-delivery.ts';
import { receiptOf } from '../../../app/deliveries.ts';
import { isOfAnother } from '../../../app/session/represented.ts';
import { deliveriesWritten } from '../../../app/state.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { ChangeActions } from '../../change/change-actions.tsx';
import { ThreadView } from '../../change/thread-view.tsx';
import { DossierRoot } from '../../dossier/dossier-root.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReceiptSheet } from '../../receipts/receipt-sheet.tsx';
import { OfAnother } from '../../represented/of-another.tsx';
import { hrefOf } from '../../router.ts';
import { deliveriesText as text } from '../../text/entregas.ts';
import { contentsText } from '../../text/entregas-no-tribunal.ts';
import { showPeriod } from '../../text/units.ts';
import { AtCourt } from './at-court.tsx';
import { ContentsList } from './contents-list.tsx';
import { DeliveryActions } from './delivery-actions.tsx';
import { FilesAtCourt } from './files-at-court.tsx';

/** One content of a delivery: what is known of it at the court, and its receipt to read, to print, to keep. */
export const ReceiptScreen = ({ id }: { id: string }) => {
  const [found, setFound] = useState<{ id: string; one?: OneDelivery }>();
  const written = deliveriesWritten.value;
  useEffect(() => {
    let isWanted = true;
    void loadDelivery(id).then((one) => {
      if (isWanted) setFound({ id, ...(one && { one }) });
    });
    return () => {
      isWanted = false;
    };
  }, [id, written]);
  if (found?.id !== id) return null;
  const view = found.one && receiptOf(found.one.delivery);
  if (!found.one || !view) return <Notice tone="warning">{text.notFound}</Notice>;
  const { delivery, known, contents } = found.one;
  if (isOfAnother(delivery)) {
    return <OfAnother what="delivery" representacao={delivery.representacao} />;
  }
  const isTakenIn = delivery.origin === 'taken-in';
  return (
    <article class="receipt stack">
      <header class="screen-head">
        <div>
          <a class="small no-print" href={hrefOf({ screen: 'entregas' })}>
            ← {text.back}
          </a>
          <h1>{text.receiptTitle}</h1>
          <p>
            {layoutName(delivery)}, {showPeriod(delivery)}
          </p>
        </div>
        <DeliveryActions {...found.one} />
      </header>
      {isTakenIn && (
        <Notice tone="info">{contentsText.takenInNote(showInstant(delivery.deliveredAt))}</Notice>
      )}
      {known && known.contents.at(-1) !== delivery.id && (
        <Notice tone="warning">{contentsText.notLast}</Notice>
      )}
      {known && (
        <>
          <AtCourt known={known} contents={contents} />
          <ChangeActions delivery={known} content={contents.at(-1) ?? delivery} />
          <ThreadView delivery={known} />
        </>
      )}
      <ContentsList {...found.one} />
      <ReceiptSheet delivery={delivery} view={view} known={known} />
      <FilesAtCourt {...found.one} />
      {!isTakenIn && <DossierRoot id={delivery.id} rev={delivery.rev} />}
    </article>
  );
};
