import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import { type Delivery, receiptOf, wholeDelivery } from '../../../app/deliveries.ts';
import { deliveries } from '../../../app/state.ts';
import { ChangePart } from '../../change/change-part.tsx';
import { DossierRoot } from '../../dossier/dossier-root.tsx';
import { SaveDossier } from '../../dossier/save-dossier.tsx';
import { StartFromDelivery } from '../../intake/start-from-delivery.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReceiptSheet } from '../../receipts/receipt-sheet.tsx';
import { hrefOf } from '../../router.ts';
import { dossierText } from '../../text/dossie.ts';
import { deliveriesText as text } from '../../text/entregas.ts';
import { showPeriod } from '../../text/units.ts';

/** The receipt of one delivery: to read, to print, to keep. */
export const ReceiptScreen = ({ id }: { id: string }) => {
  const listed = deliveries.value.find((each) => each.id === id);
  const [delivery, setDelivery] = useState<Delivery>();
  useEffect(() => {
    let isWanted = true;
    void wholeDelivery(id).then((found) => {
      if (isWanted) setDelivery(found);
    });
    return () => {
      isWanted = false;
    };
  }, [id, listed?.rev]);
  if (!listed) return <Notice tone="warning">{text.notFound}</Notice>;
  if (delivery?.id !== id) return null;
  const view = receiptOf(delivery);
  if (!view) return <Notice tone="warning">{text.notFound}</Notice>;
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
        <div class="screen-head-actions actions">
          <StartFromDelivery delivery={delivery} />
          <SaveDossier id={delivery.id} label={dossierText.save} />
          <Button look="primary" onClick={() => print()}>
            {text.print}
          </Button>
        </div>
      </header>
      <ChangePart content={delivery} />
      <ReceiptSheet delivery={delivery} view={view} />
      <DossierRoot id={delivery.id} rev={delivery.rev} />
    </article>
  );
};
