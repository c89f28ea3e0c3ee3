/** What a page says to its service worker. */
export type SwMessage = { type: 'SKIP_WAITING' };

/** What the service worker says to the pages: there may be network again, look at the queue. */
export const WAKE = { type: 'WAKE' } as const;

/** Tag of the background syncs, one-off and periodic, that only wake. */
export const QUEUE_SYNC_TAG = 'estafeta-fila';
