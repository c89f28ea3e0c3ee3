import type { FileKind } from '../../attachment/types.ts';

/** What is made of a file: a signature inside the PDF, or a P7S around it. */
export type SigningAct = 'pdf' | 'p7s';

/** Files for which the same can be chosen. */
export type KindGroup = 'pdf' | 'p7s' | 'other';

export const groupOf = (kind: FileKind): KindGroup =>
  kind === 'pdf' || kind === 'p7s' ? kind : 'other';

/** What can be made of the files of a group; the first is usual. */
export const ACTS: Readonly<Record<KindGroup, readonly [SigningAct, ...SigningAct[]]>> = {
  pdf: ['pdf', 'p7s'],
  p7s: ['p7s'],
  other: ['p7s'],
};
