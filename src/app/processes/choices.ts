import { computed } from '@preact/signals';
import { hypothesesToChoose } from '../../process/mappings.ts';
import { penSettings } from '../pen/settings.ts';
import { tables } from '../pen/tables.ts';

/** The espécies of the platform. */
export const species = computed(() => tables.value.especies);

/** The legal grounds of restriction to choose from. */
export const hypotheses = computed(() => hypothesesToChoose(tables.value, penSettings.value));
