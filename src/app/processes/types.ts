/** What the screens of processes need to know of them. */
export type {
  Component,
  Person,
  Process,
  ProcessDocument,
  SecrecyLevel,
} from '../../process/types.ts';
