import { useEffect, useState } from 'preact/hooks';
import type { CourtDelivery, Delivery } from '../../app/change/types.ts';
import { type Possible, possibleWith } from '../../app/change/what-can-be-done.ts';
import { entries } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { CHANGE_FAULTS, changeText as text } from '../text/mudar-entrega.ts';
import { AlterSheet } from './alter-sheet.tsx';
import { DeleteSheet } from './delete-sheet.tsx';
import { RectifySheet } from './rectify-sheet.tsx';
import { TicketSheet } from './ticket-sheet.tsx';

interface ChangeActionsProps {
  delivery: CourtDelivery;
  /** What of it is held here. */
  content: Delivery;
}

/** What may be done with a delivery at the court; what may not is shown with why. */
export const ChangeActions = ({ delivery, content }: ChangeActionsProps) => {
  const [possible, setPossible] = useState<Possible>();
  const [open, setOpen] = useState<'alter' | 'remove' | 'reopen'>();
  const queue = entries.value;
  useEffect(() => {
    let isWanted = true;
    void possibleWith(delivery).then((found) => {
      if (isWanted) setPossible(found);
    });
    return () => {
      isWanted = false;
    };
  }, [delivery, queue]);
  if (!possible) return null;
  const { alter, remove, reopen, waits } = possible;
  const close = () => setOpen(undefined);
  const why = alter ?? remove;
  return (
    <section class="stack no-print" aria-label={text.actions}>
      <div class="actions">
        <Button
          disabled={alter !== undefined}
          aria-describedby={alter && 'mudar-por-que'}
          onClick={() => setOpen('alter')}
        >
          {text.alter}
        </Button>
        <Button
          disabled={remove !== undefined}
          aria-describedby={remove && 'mudar-por-que'}
          onClick={() => setOpen('remove')}
        >
          {text.remove}
        </Button>
        {reopen && <Button onClick={() => setOpen('reopen')}>{text.rectify}</Button>}
      </div>
      {why && (
        <p id="mudar-por-que" class="soft small">
          {waits ? text.removeNotWhileHomologated : CHANGE_FAULTS[why]}
        </p>
      )}
      {open === 'alter' && (
        <AlterSheet content={content} now={waits ? 'waits' : 'open'} onClose={close} />
      )}
      {open === 'remove' && <DeleteSheet delivery={delivery} onClose={close} />}
      {open === 'reopen' && reopen === 'request' && (
        <RectifySheet content={content} onClose={close} />
      )}
      {open === 'reopen' && reopen === 'put' && (
        <AlterSheet content={content} now="homologated" onClose={close} />
      )}
      {open === 'reopen' && reopen === 'ticket' && (
        <TicketSheet delivery={delivery} onClose={close} />
      )}
    </section>
  );
};
