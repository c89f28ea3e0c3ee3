import { useEffect } from 'preact/hooks';
import { followDeadlines } from '../../app/deadlines/deadlines.ts';
import { type OpenDeadlines, openDeadlines } from '../../app/deadlines/open.ts';

/** What is due, read again whenever something of it may be different; `undefined` until it is read. */
export const useDeadlines = (): OpenDeadlines | undefined => {
  useEffect(followDeadlines, []);
  return openDeadlines.value;
};
