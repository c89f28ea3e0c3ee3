import { useDeadlines } from './use-deadlines.ts';

/** Keeps what is due up to date for as long as a screen shows it in few words. */
export const FollowDeadlines = () => {
  useDeadlines();
  return null;
};
