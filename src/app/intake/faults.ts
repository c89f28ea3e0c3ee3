/** The codes for which the screens choose sentences. */
export type { JsonFault, JsonOddity } from '../../draft/intake/json-reading.ts';
export type { ZipFault } from './brought-files.ts';
export type { ReadFault } from './intake-state.ts';
