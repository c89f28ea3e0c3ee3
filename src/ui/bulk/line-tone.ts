import type { LineState } from '../../app/bulk/faults.ts';

const TONES: Partial<Record<LineState, string>> = {
  homologated: 'chip-success',
  uncertain: 'chip-warning',
  delivered: 'chip-warning',
  asked: 'chip-warning',
  left: 'chip-warning',
  held: 'chip-warning',
  'with-errors': 'chip-danger',
  refused: 'chip-danger',
  unreadable: 'chip-danger',
  'not-attached': 'chip-danger',
};

/** The colour of what became of a file, which its words say, too. */
export const lineTone = (state: LineState): string => TONES[state] ?? '';
