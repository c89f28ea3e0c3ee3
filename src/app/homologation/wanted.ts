import { signal } from '@preact/signals';

/** Entries with which the person came to the homologation, by id: chosen when its screen opens, and then forgotten. */
export const wanted = signal<readonly string[]>([]);
