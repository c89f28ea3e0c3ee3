import { computed } from '@preact/signals';
import { isOfAnother } from '../session/represented.ts';
import { entries } from '../state.ts';

/** The entries of the representação in use, and those of none yet: what the screens show, and all verbs for many act on. */
export const entriesInUse = computed(() => entries.value.filter((entry) => !isOfAnother(entry)));

/** The other entries of this environment; the queue sends them as well, as far as their token can be had. */
export const entriesOfOthers = computed(() => entries.value.filter(isOfAnother));
