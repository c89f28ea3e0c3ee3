import { useState } from 'preact/hooks';
import type { Delivery } from '../../app/deliveries.ts';
import { startFromDelivery } from '../../app/intake/copy-draft.ts';
import { Button } from '../parts/button.tsx';
import { copyText as text } from '../text/trazer.ts';
import { CopySheet } from './copy-sheet.tsx';

/** Begins a draft with what was delivered. */
export const StartFromDelivery = ({ delivery }: { delivery: Delivery }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.start}</Button>
      {open && (
        <CopySheet
          title={text.startTitle}
          lead={text.startLead}
          from={delivery}
          asksKind={false}
          make={(to) => startFromDelivery(delivery, to)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
