import { useState } from 'preact/hooks';
import type { QueueEntry } from '../../../app/queue/types.ts';
import { Button } from '../../parts/button.tsx';
import { lazy } from '../../parts/lazy.tsx';
import { queueText as text } from '../../text/fila.ts';

const ConfirmSheet = lazy(async () => (await import('./confirm-sheet.tsx')).ConfirmSheet);

/** Asks for the consent to homologate, or for another one where one was given. */
export const ConsentButton = ({ entry, again = false }: { entry: QueueEntry; again?: boolean }) => {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look={again ? 'secondary' : 'primary'} onClick={() => setAsking(true)}>
        {again ? text.confirmAgain : text.confirm}
      </Button>
      {asking && <ConfirmSheet entry={entry} onClose={() => setAsking(false)} />}
    </>
  );
};
