import { signal } from '@preact/signals';

/** How many processes are on the queue of PEN, of all bodies; apart from the queue, whose code the first screens do without. */
export const processesOnTheWay = signal(0);
