/** What the screens of processes need to know of them. */

export type { Standing } from '../../base/standing.ts';
export type { CheckPlace, Finding } from '../../process/findings.ts';
export type { KnownUnit } from '../../process/tables.ts';
export type {
  Component,
  Person,
  Process,
  ProcessDocument,
  SecrecyLevel,
} from '../../process/types.ts';
