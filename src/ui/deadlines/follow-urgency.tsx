import { useEffect } from 'preact/hooks';
import { followUrgency } from '../../app/deadlines/deadlines.ts';

/** Reads what is urgent when a screen that shows it in few words is opened, and on every new day. */
export const FollowUrgency = () => {
  useEffect(followUrgency, []);
  return null;
};
