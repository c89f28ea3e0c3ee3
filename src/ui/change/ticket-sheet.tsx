import { useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import type { CourtDelivery } from '../../app/change/types.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { changeText as text } from '../text/mudar-entrega.ts';
import { showPeriod } from '../text/units.ts';

interface TicketSheetProps {
  delivery: CourtDelivery;
  onClose: () => void;
}

/** What is asked for outside of Recepção: a text to paste into the court's Ticket. */
export const TicketSheet = ({ delivery, onClose }: TicketSheetProps) => {
  const { courtId, recibo, representacao, spc, slp } = delivery;
  const [copied, setCopied] = useState(false);
  const request = text.ticketText({
    ...{ courtId, recibo, representacao },
    layout: `${layoutName(delivery)} (${spc} / ${slp})`,
    period: showPeriod(delivery),
  });
  const copy = async () => {
    await navigator.clipboard.writeText(request);
    setCopied(true);
  };
  return (
    <Sheet
      title={text.ticketTitle(courtId)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.close}</Button>
          <Button look="primary" onClick={() => void copy().catch(() => setCopied(false))}>
            {text.copyText}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{text.ticketLead}</p>
        <Field id="ticket-texto" label={text.ticketLabel}>
          {(control) => <textarea {...control} class="input" rows={8} readOnly value={request} />}
        </Field>
        <p role="status">{copied && text.copied}</p>
        <p>{text.ticketAfter}</p>
      </div>
    </Sheet>
  );
};
