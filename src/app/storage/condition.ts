import { signal } from '@preact/signals';

/** Whether the last write found no room; what it was about to keep is on the screen only. */
export const noRoom = signal(false);

/** Another window holds the data in the form of an older version; nothing can be read until it is closed. */
export const waitsForWindow = signal(false);

/** Another window brought the data to a newer version; this one can keep nothing until it is loaded again. */
export const outdated = signal(false);
