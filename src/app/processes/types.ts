/** What the screens of processes need to know of them. */
export type { CheckPlace, Finding } from '../../process/findings.ts';
export type { Standing } from '../../process/standing.ts';
export type { KnownUnit } from '../../process/tables.ts';
export type {
  Component,
  Person,
  Process,
  ProcessDocument,
  SecrecyLevel,
} from '../../process/types.ts';
