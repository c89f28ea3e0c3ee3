import { computed } from '@preact/signals';
import { documentTypeNames, especieOf, hypothesesToChoose } from '../../process/mappings.ts';
import type { ProcessDocument } from '../../process/types.ts';
import { penSettings } from '../pen/settings.ts';
import { tables } from '../pen/tables.ts';

/** What a document may be: the body's own types, then the platform's espécies, by name. */
export const documentTypes = computed(() => documentTypeNames(tables.value, penSettings.value));

/** Names of the types of process of the body. */
export const processTypes = computed(() => penSettings.value.processTypes);

/** The legal grounds of restriction to choose from. */
export const hypotheses = computed(() => hypothesesToChoose(tables.value, penSettings.value));

/** In no table of the platform: where a type has no espécie, the check says so. */
const NO_ESPECIE = 0;

/** The espécie a type of document is sent as. */
export const especieOfType = (tipo: string): ProcessDocument['especie'] =>
  especieOf(tipo, tables.value, penSettings.value) ?? { codigo: NO_ESPECIE, nomeNoProdutor: tipo };
