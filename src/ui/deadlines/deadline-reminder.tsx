import { useEffect } from 'preact/hooks';
import { readUrgency, todayHere } from '../../app/deadlines/deadlines.ts';
import { urgency } from '../../app/deadlines/open.ts';
import { mayRemind, remindOnce } from '../../app/deadlines/reminder.ts';
import { sayUrgent } from '../text/inicio.ts';

/** So often a window that stays open looks whether a new day has begun (ms). */
const LOOK_MS = 3_600_000;

/** Reminds once a day of what is late or ends by tomorrow, where the person allowed it. */
export const DeadlineReminder = () => {
  useEffect(() => {
    const look = () => {
      if (mayRemind() && urgency.value?.today !== todayHere()) void readUrgency();
    };
    look();
    const looking = setInterval(look, LOOK_MS);
    return () => clearInterval(looking);
  }, []);
  const { today, late = 0, soon = 0 } = urgency.value ?? {};
  const said = late + soon > 0 && sayUrgent(urgency.value);
  useEffect(() => {
    if (today && said) void remindOnce(today, `${said}.`);
  }, [today, said]);
  return null;
};
