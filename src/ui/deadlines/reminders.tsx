import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { deadlinesText as text } from '../text/prazos.ts';

/** Asks the browser for leave to remind, only when a person wants it. */
export const Reminders = () => {
  const [permission, setPermission] = useState(() =>
    'Notification' in globalThis ? Notification.permission : 'denied',
  );
  const told = text.remindersStates[permission];
  return (
    <section class="card stack" aria-labelledby="reminders">
      <h2 id="reminders">{text.reminders}</h2>
      <p>{text.remindersLead}</p>
      {told ? (
        <p>{told}</p>
      ) : (
        <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
          {text.remindersAllow}
        </Button>
      )}
    </section>
  );
};
