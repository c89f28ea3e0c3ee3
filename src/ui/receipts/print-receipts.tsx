import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import type { CourtDelivery } from '../../app/deliveries/delivery-list.ts';
import { type Delivery, receiptOf, wholeDelivery } from '../../app/deliveries.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { deliveriesText } from '../text/entregas.ts';
import { receiptsText as text } from '../text/recibos.ts';
import { showPeriod } from '../text/units.ts';
import { ReceiptSheet } from './receipt-sheet.tsx';

interface PrintReceiptsProps {
  deliveries: readonly CourtDelivery[];
  onBack: () => void;
}

/** The receipts that were marked, as they will be on paper, each on a page of its own. */
export const PrintReceipts = ({ deliveries, onBack }: PrintReceiptsProps) => {
  const [contents, setContents] = useState<(Delivery | undefined)[]>();
  useEffect(() => {
    const held = deliveries.map(({ contents }) =>
      wholeDelivery(contents.at(-1) ?? '').catch(() => undefined),
    );
    void Promise.all(held).then(setContents);
  }, []);
  return (
    <div class="stack">
      <div class="no-print">
        <ScreenHead title={text.printTitle} lead={text.printLead}>
          <div class="actions">
            <Button onClick={onBack}>{text.backToList}</Button>
            <Button look="primary" disabled={!contents} onClick={() => print()}>
              {text.printNow}
            </Button>
          </div>
        </ScreenHead>
      </div>
      {contents &&
        deliveries.map((delivery, index) => (
          <OneReceipt key={delivery.courtId} delivery={delivery} content={contents[index]} />
        ))}
    </div>
  );
};

interface OneReceiptProps {
  delivery: CourtDelivery;
  content: Delivery | undefined;
}

const OneReceipt = ({ delivery, content }: OneReceiptProps) => {
  const { recibo, goneAt, look } = delivery;
  const view = content && receiptOf(content);
  if (!view) return <Notice tone="warning">{text.unreadable(recibo)}</Notice>;
  return (
    <article class="receipt receipt-page stack" aria-label={content.recibo}>
      <h2>{deliveriesText.receiptTitle}</h2>
      <p>
        {layoutName(content)}, {showPeriod(content)}
      </p>
      {goneAt !== undefined && <Notice tone="danger">{text.gone(showInstant(goneAt))}</Notice>}
      {look?.differs && <Notice tone="danger">{text.differs(showInstant(look.at))}</Notice>}
      <ReceiptSheet delivery={content} view={view} known={delivery} />
    </article>
  );
};
